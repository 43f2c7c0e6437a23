"""Power loss, on a model of a disk: what was not synced may be there, in part, or not at all."""

import itertools
import re

from syscalls import record
from training import require

CALLS = "openat,write,fsync,rename,unlink,mkdir"
EVENT = re.compile(r'(openat|write|fsync|rename|unlink|mkdir)\((?:[0-9]+<([^>]*)>|AT_FDCWD<[^>]*>, "([^"]*)"|"([^"]*)")'
                   r'(?:, "([^"]*)")?(.*)')


def unsynced_is_lost(training):
    """the power fails after each system call of a training: every file is old or new, never torn"""
    run = training.directory("powerless")
    lines = record(training, run, CALLS, "-xx", "-s", "10000000", epochs=2, hidden=4, interval="4")
    events = [event for event in map(parse, lines) if event and event[1].startswith(str(run.parent))]
    states, torn, lost = replay(events, run)
    careless = [event for event in events if event[0] != "fsync" or ".nn-" not in event[1]]
    _, torn_without, _ = replay(careless, run)
    text = (f"{len(events)} calls, {states} states of the disk: {torn} torn files, {lost} lost files "
            f"(without the syncs of files it would be {torn_without} torn)")
    require(states > 100 and torn == 0 and lost == 0 and torn_without > 0, text)
    return text


def parse(line):
    """The name of a call, the path of its file, its second string, and the rest of the line."""
    found = EVENT.match(line)
    if not found or found.group(6).rstrip().endswith("(No such file or directory)"):
        return None
    path = unescaped(found.group(2) or found.group(3) or found.group(4) or "").decode()
    return found.group(1), path, unescaped(found.group(5) or ""), found.group(6)


def unescaped(text):
    return bytes.fromhex(text.replace("\\x", ""))


class File:
    def __init__(self):
        self.content = b""
        self.synced = b""

    def after_power_loss(self):
        """What may be found: what was synced, and of the rest nothing, a part, or zeros."""
        if self.synced == self.content:
            return {self.content}
        rest = self.content[len(self.synced):]
        return {self.synced + part for part in (b"", rest[:len(rest) // 2], rest[:-1], bytes(len(rest)), rest)}


class Disk:
    """A directory; names are durable when it was synced, bytes when their file was."""

    def __init__(self, directory):
        self.directory = directory
        self.names, self.durable, self.pending = {}, {}, []
        self.versions, self.promised = {}, {}
        self.reachable = False

    def apply(self, call, path, text, rest):
        if path == str(self.directory.parent):
            self.reachable = self.reachable or call == "fsync"
        elif path == str(self.directory):
            if call == "fsync":
                self.durable, self.pending = dict(self.names), []
                self.promised = {name: len(versions) - 1 for name, versions in self.versions.items()}
        elif call == "openat" and "O_CREAT" in rest:
            if path not in self.names:
                self.change(path, File())
            if "O_TRUNC" in rest:
                self.names[path].content = self.names[path].synced = b""
        elif call == "write":
            self.names[path].content += text
        elif call == "fsync":
            self.names[path].synced = self.names[path].content
        elif call == "rename":
            file = self.names[path]
            self.change(path, None, text.decode(), file)
            self.versions.setdefault(text.decode(), []).append(file.content)
        elif call == "unlink" and path in self.names:
            self.change(path, None)

    def change(self, *names_and_files):
        """A change of names that is whole or not at all."""
        step = list(zip(names_and_files[::2], names_and_files[1::2]))
        self.pending.append(step)
        rename(self.names, step)

    def states(self):
        """The names after a power loss now: any of the pending changes may be missing."""
        for kept in itertools.product((False, True), repeat=len(self.pending)):
            names = dict(self.durable)
            for step in itertools.compress(self.pending, kept):
                rename(names, step)
            yield names


def rename(names, step):
    for name, file in step:
        names[name] = file
        if file is None:
            del names[name]


def replay(events, run):
    """Loses the power after each event; returns how many states there are, torn files and lost files in them."""
    disk = Disk(run)
    states = torn = lost = 0
    for event in events:
        disk.apply(*event)
        for names in disk.states():
            states += 1
            lost += bool(disk.promised) and not disk.reachable
            for name, versions in disk.versions.items():
                promised = disk.promised.get(name)
                if name not in names:
                    lost += promised is not None
                    continue
                for content in names[name].after_power_loss():
                    torn += content not in versions[promised or 0:]
    return states, torn, lost
