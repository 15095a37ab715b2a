// Puts the page together: listens for changes, asks for the state, lets every part show it.
import { byId, toast } from './dom.js';
import { get, post } from './server.js';
import { PhoneView, addGroup, addPerson } from './phone.js';
import { drawLog, drawSwitches } from './panels.js';
import { clockTime, dayName, longDate } from './time.js';

const views = new Map();
let state = null;
let asking = false;
let again = false;

async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  do {
    again = false;
    const answer = await get('state').catch(() => null);
    if (answer) show(answer);
  } while (again);
  asking = false;
}

function show(answer) {
  state = answer;
  byId('account').textContent = `${state.account.name}（${state.account.basicId}）`;
  byId('date').textContent = longDate(state.now);
  byId('time').textContent = clockTime(state.now);
  byId('advance').hidden = !state.clock;
  const due = state.clock?.nextDue;
  byId('due').textContent = due ? `次の予定：${dayName(due, state.now)} ${clockTime(due)}` : state.clock ? '次の予定はありません' : '';
  byId('advance').querySelector('[data-next]').disabled = !due || advancing;
  showTrouble();
  drawSwitches(byId('switches'), state);
  if (!byId('log').hidden) drawLog(byId('log'), state);
  for (const phone of state.phones) {
    if (!views.has(phone.userId)) {
      const view = new PhoneView(phone.userId);
      views.set(phone.userId, view);
      byId('phones').append(view.element);
    }
    views.get(phone.userId).show(state);
  }
  byId('empty').hidden = state.phones.length > 0;
}

function showTrouble() {
  const kinds = state.faults.map((fault) => fault.kind);
  const words = {
    SERVICE_UNAVAILABLE: 'LINEは停止しています', SLOW: 'LINEの応答が遅れています',
    RATE_LIMITED: 'LINEが送信を制限しています', MONTHLY_LIMIT: 'LINEの月間上限に達しています',
  };
  byId('trouble').textContent = '試験中：' + kinds.map((kind) => words[kind] ?? kind).join('。');
  byId('trouble').hidden = kinds.length === 0;
}

let advancing = false;

async function advance(body) {
  if (advancing) return;
  advancing = true;
  const buttons = [...byId('advance').querySelectorAll('button')];
  buttons.forEach((button) => (button.disabled = true));
  const answer = await post('clock/advance', body);
  advancing = false;
  buttons.forEach((button) => (button.disabled = false));
  if (answer) toast(`${dayName(answer.now, answer.now)} ${clockTime(answer.now)} まで進みました`);
  await refresh();
}

byId('advance').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button) advance(button.dataset.by ? { by: button.dataset.by } : { toNextDue: true });
});
byId('add-person').addEventListener('click', addPerson);
byId('add-group').addEventListener('click', () => addGroup(state));
byId('show-log').addEventListener('click', (event) => {
  const log = byId('log');
  log.hidden = !log.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!log.hidden));
  if (!log.hidden) drawLog(log, state);
});

const source = new EventSource('/simulator/events');
source.addEventListener('changed', refresh);
source.onopen = () => document.body.classList.remove('offline');
source.onerror = () => document.body.classList.add('offline');
