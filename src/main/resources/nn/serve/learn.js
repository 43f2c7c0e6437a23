'use strict';

// Computes anew while the slider is turned. The newest value wins.
const form = document.getElementById('dial');
const slider = document.getElementById('value');
let wanted = 0;
let computing = false;

document.documentElement.classList.add('has-script');

async function turn() {
  document.getElementById('number').textContent = slider.value;
  wanted++;
  if (computing) return;
  computing = true;
  for (let done = -1; done !== wanted;) {
    done = wanted;
    const query = new URLSearchParams(new FormData(form));
    query.set('part', '1');
    try {
      const answer = await fetch('/learn?' + query);
      if (answer.ok) document.getElementById('result').innerHTML = await answer.text();
    } catch {
      break; // The server has ended; the last figure stays.
    }
  }
  computing = false;
}

slider.addEventListener('input', turn);
form.addEventListener('submit', event => {
  event.preventDefault();
  turn();
});
