'use strict';

// Replaces the parts of the page that changed, as the server sends them.
const source = new EventSource('/watch/events');

for (const id of ['trainings', 'curves', 'runs']) {
  source.addEventListener(id, event => {
    const part = document.getElementById(id);
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    const ticked = [...part.querySelectorAll('input:checked')].map(input => input.value);
    const focused = part.contains(document.activeElement)
      ? [...part.querySelectorAll('a, input, summary, [tabindex]')].indexOf(document.activeElement) : -1;
    part.innerHTML = event.data;
    part.querySelectorAll('details').forEach((details, i) => { details.open = open[i] ?? details.open; });
    part.querySelectorAll('input').forEach(input => { input.checked = ticked.includes(input.value); });
    if (focused >= 0) part.querySelectorAll('a, input, summary, [tabindex]')[focused]?.focus({ preventScroll: true });
  });
}
