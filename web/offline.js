// The full page keeps itself for a day without a network, and asks before it takes a new version.

/** Starts the service worker; without one, the page works as long as there is a network. */
export async function keep(script) {
  const worker = navigator.serviceWorker;
  const registration = await worker?.register(script, { updateViaCache: 'none' }).catch(() => undefined);
  if (!registration) return;

  const question = document.querySelector('.update');
  // A page that no worker serves came from the network and is new already.
  const ask = () => (question.hidden = !(registration.waiting && worker.controller));
  const watch = (next) => next?.addEventListener('statechange', ask);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  watch(registration.installing);
  ask();

  question.querySelector('button').addEventListener('click', () => registration.waiting?.postMessage('SKIP_WAITING'));
  // The other version serves from now on: no page may go on with half of each.
  worker.addEventListener('controllerchange', () => location.reload());
  // A page on a wall stays open for weeks.
  const look = () => document.hidden || registration.update().catch(() => {});
  document.addEventListener('visibilitychange', look);
  setInterval(look, 60 * 60 * 1000);
}
