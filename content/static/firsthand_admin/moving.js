// Animations stand still until somebody asks for them, and stop when asked again.
(() => {
  for (const box of document.querySelectorAll('[data-moving]')) {
    const button = box.querySelector('button');
    const word = button.querySelector('[data-word]');
    const still = box.querySelector('img');
    const moving = box.querySelector('template').content;

    button.hidden = false;
    button.addEventListener('click', () => {
      const plays = box.querySelector('picture');
      if (plays) plays.replaceWith(still);
      else still.replaceWith(moving.cloneNode(true));
      word.textContent = plays ? 'Play' : 'Stop';
    });
  }
})();
