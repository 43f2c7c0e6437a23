'use strict';

// Draws with mouse, pen or finger, and sends the form after each stroke. The page works without this script as a form for files.
const form = document.getElementById('picture-form');
const board = document.getElementById('board');
const answer = document.getElementById('answer');
const pen = board.getContext('2d');
const PEN_WIDTH = 26;

let items = []; // strokes {points} and pictures {image, blob}, the oldest first
let asking = new AbortController();

document.documentElement.classList.add('has-script');

function redraw() {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, board.width, board.height);
  pen.strokeStyle = pen.fillStyle = '#111';
  pen.lineWidth = PEN_WIDTH;
  pen.lineCap = pen.lineJoin = 'round';
  for (const item of items) {
    if (item.points) {
      pen.beginPath();
      pen.moveTo(...item.points[0]);
      // A line to its own beginning draws a dot.
      item.points.forEach(point => pen.lineTo(...point));
      pen.stroke();
    } else if (item.image) {
      const scale = Math.min(board.width / item.image.width, board.height / item.image.height);
      const width = item.image.width * scale;
      const height = item.image.height * scale;
      pen.drawImage(item.image, (board.width - width) / 2, (board.height - height) / 2, width, height);
    }
  }
}

function place(event) {
  const box = board.getBoundingClientRect();
  return [(event.clientX - box.left) * board.width / box.width, (event.clientY - box.top) * board.height / box.height];
}

board.addEventListener('pointerdown', event => {
  if (event.button !== 0 || !event.isPrimary) return;
  board.setPointerCapture(event.pointerId);
  items.push({ points: [place(event)], pointer: event.pointerId });
  redraw();
});

board.addEventListener('pointermove', event => {
  const stroke = items[items.length - 1];
  if (!stroke || stroke.pointer !== event.pointerId) return;
  const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
  (all.length ? all : [event]).forEach(part => stroke.points.push(place(part)));
  redraw();
});

function lift(event) {
  const stroke = items[items.length - 1];
  if (!stroke || stroke.pointer !== event.pointerId) return;
  delete stroke.pointer;
  ask();
}
board.addEventListener('pointerup', lift);
board.addEventListener('pointercancel', lift);

function undo() {
  items.pop();
  redraw();
  ask();
}

function clear() {
  items = [];
  redraw();
  ask();
}
document.getElementById('undo').addEventListener('click', undo);
document.getElementById('clear').addEventListener('click', clear);

document.addEventListener('keydown', event => {
  if (event.target.matches('input, select, textarea')) return;
  if (event.key === 'Escape' || event.key === 'Delete') clear();
  else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) undo();
  else return;
  event.preventDefault();
});

async function take(file) {
  if (!file) return;
  let image = null;
  try {
    image = await createImageBitmap(file);
  } catch {
    // The browser cannot show it; nn may read it.
  }
  items = [{ image, blob: file }];
  redraw();
  ask();
}
for (const id of ['file', 'camera']) {
  const input = document.getElementById(id);
  input.addEventListener('change', () => {
    take(input.files[0]);
    input.value = '';
  });
}
document.addEventListener('paste', event => take([...event.clipboardData.files][0]));
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => {
  event.preventDefault();
  take([...event.dataTransfer.files][0]);
});

// The picture as it was given, or what is drawn, in half its size: an answer then takes half the time.
function picture() {
  if (items.length === 1 && items[0].blob) return Promise.resolve(items[0].blob);
  const small = new OffscreenCanvas(board.width / 2, board.height / 2);
  small.getContext('2d').drawImage(board, 0, 0, small.width, small.height);
  return small.convertToBlob({ type: 'image/png' });
}

function show(markup) {
  answer.innerHTML = markup;
}

// For screen readers, which would otherwise read all bars.
function say() {
  document.getElementById('said').textContent = answer.querySelector('.summary').textContent.trim();
}

function fail(reason) {
  show(document.getElementById('broken').innerHTML);
  answer.querySelector('.summary').append(' ' + reason);
}

async function send(address, body, signal) {
  const reply = await fetch(address, { method: 'POST', body, signal });
  const text = await reply.text();
  if (!reply.ok) throw new Error(JSON.parse(text).error);
  return { text, last: reply.headers.get('Nn-Last') !== 'false' };
}

// Asks for a first answer, and for the whole one if that is not sure. A newer question ends an older one.
async function ask(save) {
  asking.abort();
  asking = new AbortController();
  const signal = asking.signal;
  try {
    if (!items.length) {
      show(document.getElementById('blank').innerHTML);
      return;
    }
    const body = new FormData();
    body.append('picture', await picture(), 'picture');
    body.append('model', document.getElementById('model').value);
    if (save) {
      body.append('save', '1');
      body.append('label', document.getElementById('label').value);
    }
    for (const address of save ? ['/?part=1'] : ['/?part=1&first=1', '/?part=1']) {
      if (signal.aborted) return;
      const reply = await send(address, body, signal);
      show(reply.text);
      if (reply.last) break;
    }
    say();
  } catch (problem) {
    if (!signal.aborted) fail(problem instanceof TypeError ? '' : problem.message);
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  ask(event.submitter && event.submitter.id === 'save');
});
document.getElementById('model').addEventListener('change', () => ask());

redraw();
