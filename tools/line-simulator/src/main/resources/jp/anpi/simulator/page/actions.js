// What happens on the screen when somebody taps an action.
import { ask, el, toast } from './dom.js';
import { onPhone, post } from './server.js';

const INVITATION = /https:\/\/line\.me\/R\/oaMessage\/[^\s"<>]+/;

/** @param place {phone, groupId, entry}: whose phone, which chat, which message (0 for the rich menu) */
export async function tap(place, action, pointer, state) {
  if (action.type === 'uri') return open(place, action.uri ?? action.linkUri, pointer, state);
  let value;
  if (action.type === 'datetimepicker') {
    value = await pick(action);
    if (!value) return undefined;
  }
  const reaction = await press(place, pointer, value);
  if (reaction?.copied) toast('コピーしました：' + reaction.copied);
  return reaction;
}

function press(place, pointer, value) {
  return onPhone(place.phone.userId, 'press', { groupId: place.groupId, entry: place.entry, pointer, value });
}

async function open(place, uri, pointer, state) {
  await press(place, pointer);
  follow(uri, place, state);
}

/** Opens an address as a phone would: invitations stay in LINE, calls are only announced, the rest is a new tab. */
export function follow(uri, place, state) {
  const readable = safeDecode(uri);
  const invitation = uri.match(INVITATION) ?? readable.match(INVITATION);
  if (uri.startsWith('tel:')) {
    toast('電話の画面が開きます：' + uri.slice(4));
  } else if (invitation) {
    handOver(invitation[0], place, state);
  } else if (uri.startsWith('https://line.me/R/ti/p/')) {
    befriend(place, state);
  } else {
    window.open(uri, '_blank', 'noopener');
  }
}

/** Invitations are passed on by a share sheet in LINE; here one says at once who opens it: hardly who made it. */
async function handOver(url, place, state) {
  const others = state.phones.filter((phone) => phone.userId !== place.phone.userId);
  const likely = others.find((phone) => !phone.friend && !phone.blocked) ?? others[0];
  const data = await ask('招待をだれが開きますか', [whom(state, likely), newPerson()], '開く');
  if (!data) return;
  const userId = await personOf(data);
  if (userId) await onPhone(userId, 'invitation', { url });
}

/** Whoever taps the address of the account means to add it. */
async function befriend(place, state) {
  const data = await ask('だれが友だちに追加しますか', [whom(state, place.phone), newPerson()], '追加する');
  if (!data) return;
  const userId = await personOf(data);
  if (userId) await onPhone(userId, 'follow');
}

async function personOf(data) {
  const name = data.get('name').trim();
  if (!name) return data.get('userId');
  return (await post('phones', { name }))?.userId;
}

/** @param likely the phone that is chosen already; none where there is no other than the one that may not be meant */
function whom(state, likely) {
  return el('fieldset', {}, el('legend', {}, 'この人'),
    state.phones.map((phone) => el('label', { class: 'choice' },
      el('input', { type: 'radio', name: 'userId', value: phone.userId, checked: phone.userId === likely?.userId }), phone.name)));
}

function newPerson() {
  return el('label', { class: 'field' }, 'または、新しい人の名前', el('input', { name: 'name', autocomplete: 'off' }));
}

async function pick(action) {
  const type = action.mode === 'datetime' ? 'datetime-local' : action.mode;
  const normal = (text) => text?.replace(/[tT]/, 'T');
  const input = el('input', {
    type, name: 'value', required: true,
    value: normal(action.initial), min: normal(action.min), max: normal(action.max),
    'aria-label': action.label ?? '日時',
  });
  const data = await ask(action.label ?? '日時を選ぶ', [el('label', { class: 'field' }, '', input)]);
  return data?.get('value') || null;
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
