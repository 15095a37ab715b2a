// The bar's switches and the log of what went over the wire.
import { el } from './dom.js';
import { post, put, remove } from './server.js';
import { clockTime } from './time.js';

const SWITCHES = [
  { kind: 'SERVICE_UNAVAILABLE', label: 'LINE停止', hint: 'すべての要求に503で答えます' },
  { kind: 'SLOW', label: '遅延', hint: '答えるまで3秒かかります', delay: 'PT3S' },
  { kind: 'RATE_LIMITED', label: '送信制限', hint: '「少し待って」の429で答えます', path: '/v2/bot/message/' },
  { kind: 'MONTHLY_LIMIT', label: '月間上限', hint: '「今月はもう送れない」の429で答えます', path: '/v2/bot/message/' },
];

const FAULTS = {
  DROP_BEFORE_ACCEPT: '受付前に切断', SERVER_ERROR_BEFORE_ACCEPT: '受付前に500', BAD_GATEWAY_HTML: '502',
  SERVICE_UNAVAILABLE: '停止中', RATE_LIMITED: '送信制限', MONTHLY_LIMIT: '月間上限',
  SERVER_ERROR_AFTER_ACCEPT: '受付後に500', DROP_AFTER_ACCEPT: '受付後に切断', SLOW: '遅延',
};

export function drawSwitches(container, state) {
  const on = new Set(state.faults.map((fault) => fault.kind));
  const focused = container.querySelector(':focus')?.dataset.kind;
  container.replaceChildren(...SWITCHES.map((one) => el('button', {
    type: 'button', role: 'switch', 'data-kind': one.kind, title: one.hint, 'aria-checked': String(on.has(one.kind)),
    onclick: () => (on.has(one.kind) ? remove('faults?kind=' + one.kind)
      : post('faults', { kind: one.kind, path: one.path ?? '', delay: one.delay ?? 'PT0S' })),
  }, el('span', { class: 'knob', 'aria-hidden': 'true' }), one.label)), quota(state.quota));
  if (focused) container.querySelector(`[data-kind="${focused}"]`)?.focus();
}

function quota(quota) {
  const input = el('input', {
    type: 'number', min: 0, value: quota.limit ?? '', placeholder: 'なし', 'aria-label': '月間の上限',
    onchange: () => put('quota', { limit: input.value === '' ? null : Number(input.value) }),
  });
  return el('label', { class: 'quota' }, '配信数 ' + quota.used + ' ／ 上限', input);
}

export function drawLog(container, state) {
  const open = new Set([...container.querySelectorAll('details[open]')].map((details) => details.dataset.key));
  const item = (key, summary, ...bodies) => el('details', { 'data-key': key, open: open.has(key) },
    el('summary', {}, ...summary), ...bodies.filter(Boolean).map((body) => el('pre', { tabindex: 0 }, body)));
  container.replaceChildren(
    el('h2', {}, '製品 → LINE'),
    ...state.requests.map((request) => item('r' + request.number,
      [el('time', {}, clockTime(request.at)), chip(request.status), el('code', {}, request.method + ' ' + request.path),
        request.fault ? el('em', {}, FAULTS[request.fault] ?? request.fault) : null].filter(Boolean),
      headers(request.headers), pretty(request.body), pretty(request.answer))),
    el('h2', {}, 'LINE → 製品（Webhook）'),
    ...[...state.webhooks].reverse().map((webhook) => item('w' + webhook.number,
      [chip(webhook.status), el('code', {}, events(webhook.body)), el('span', {}, webhook.milliseconds + 'ミリ秒')],
      pretty(webhook.body))));
}

const headers = (all) => Object.entries(all).map(([name, value]) => name + ': ' + value).join('\n');

function chip(status) {
  const good = status >= 200 && status < 300;
  return el('span', { class: 'chip ' + (good ? 'good' : 'bad') }, status === 0 ? '切断' : String(status));
}

function events(body) {
  const parsed = parse(body);
  return parsed?.events?.map((event) => event.type + (event.message ? '/' + event.message.type : '')).join(', ') || '（空）';
}

function pretty(text) {
  const parsed = parse(text);
  return parsed === null ? text : JSON.stringify(parsed, null, 2);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
