// Tells the other moderators that this post is open here, and this one what they do about it.
(() => {
  const banner = document.querySelector('[data-presence]');
  const form = document.querySelector('[data-decide]');
  if (!banner || !form) return;

  const EVERY = 15000;
  const GONE = 'This post has been deleted. There is nothing left to decide.';
  const CHANGED = 'Its creator has changed this since you opened it.';
  const { url, revision, decision, waiting } = banner.dataset;
  const aloud = document.querySelector('[data-aloud]');
  const news = form.querySelector('[data-news]');
  const look = form.querySelector('[data-news-look]');
  let timer = 0;
  let isOver = false;

  const asForm = (fields) => {
    const body = new FormData();
    body.set('csrfmiddlewaretoken', form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  };

  const say = (words) => {
    if (aloud.textContent !== words) aloud.textContent = words;
  };

  const show = (words) => {
    news.hidden = false;
    news.querySelector('[data-news-words]').textContent = words;
    say(words);
  };

  const showWho = (who, howLong) => {
    const before = banner.querySelector('[data-who]');
    if (before.textContent !== who) say(who);
    before.textContent = who;
    banner.querySelector('[data-how-long]').textContent = howLong;
    banner.hidden = !who;
  };

  // Somebody else decided: what was written here stays readable, but nothing more can be sent.
  const end = (words) => {
    isOver = true;
    show(words);
    look.hidden = true;
    for (const button of form.querySelectorAll('[data-answers] button')) button.hidden = true;
    form.dataset.over = '';
  };

  const ask = async () => {
    let answer;
    try {
      answer = await fetch(url, { method: 'POST', body: asForm({ revision, decision, waiting }) });
    } catch {
      return; // Offline for a moment; asked again soon.
    }
    if (answer.status === 404) end(GONE);
    if (!answer.ok) return;
    const { who, since, decided, changed } = await answer.json();
    showWho(who, since);
    if (decided) end(decided);
    else if (changed && look.hidden) {
      look.hidden = false;
      look.dataset.key = 'l';
      show(CHANGED);
    }
  };

  const start = () => {
    window.clearInterval(timer);
    if (document.hidden || isOver) return;
    ask();
    timer = window.setInterval(() => (isOver ? window.clearInterval(timer) : ask()), EVERY);
  };

  document.addEventListener('visibilitychange', start);
  window.addEventListener('pageshow', start);
  window.addEventListener('pagehide', () => {
    window.clearInterval(timer);
    navigator.sendBeacon(url, asForm({ leaving: '1' }));
  });
})();
