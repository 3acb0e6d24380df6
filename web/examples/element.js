// What a page does with the element: listens to one, gives another its plan.
const events = document.querySelector('#events');
for (const name of ['plan-loaded', 'plan-failed', 'view-changed', 'entry-selected']) {
  document.addEventListener(name, (event) => {
    const line = document.createElement('li');
    line.textContent = `${event.target.id}: ${name} ${JSON.stringify(event.detail)}`;
    events.append(line);
  });
}

const answer = await fetch('../plans/samverkan-blekinge.json');
document.querySelector('#property').plan = await answer.json();
