// One phone: its chats, what can be tapped in them, and the bar to write.
import { ask, el } from './dom.js';
import { area, drawMessage } from './message.js';
import { follow, tap } from './actions.js';
import { cameraIcon, menuIcon, smileIcon } from './pictures.js';
import { onPhone, post } from './server.js';
import { clockTime, dayKey, dayName } from './time.js';

/** Keeps the elements of one phone and changes only what changed, so that nothing jumps under the finger. */
export class PhoneView {
  constructor(userId) {
    this.userId = userId;
    this.groupId = null;
    this.drawn = '';
    this.menuOpen = true;
    this.acted = false;
    this.log = el('div', { class: 'chat', role: 'log', tabindex: 0 });
    this.quick = el('div', { class: 'quick-replies' });
    this.menu = el('div', { class: 'rich-menu' });
    this.tabs = el('div', { class: 'tabs', role: 'tablist' });
    this.title = el('p', { class: 'chat-title' });
    this.who = el('h2', {});
    this.status = el('span', { class: 'status' });
    this.toggle = el('button', { type: 'button', class: 'small', onclick: () => this.toggleFriend() });
    this.size = el('select', { 'aria-label': '文字の大きさ', onchange: () => this.resize() },
      el('option', { value: 1 }, '文字 標準'), el('option', { value: 1.25 }, '文字 大'), el('option', { value: 1.5 }, '文字 特大'));
    this.input = el('input', { placeholder: 'メッセージを入力', 'aria-label': 'メッセージ', autocomplete: 'off' });
    this.bar = this.writingBar();
    this.element = el('section', { class: 'phone-place' },
      el('div', { class: 'owner' }, this.who, this.status, this.toggle, this.size),
      el('div', { class: 'phone' }, this.title, this.tabs, this.log, this.quick, this.menu, this.bar));
  }

  writingBar() {
    const send = (verb) => () => this.act(verb, {});
    return el('form', { class: 'writing', onsubmit: (event) => this.submit(event) },
      el('button', { type: 'button', class: 'round menu-button', title: 'メニュー', 'aria-label': 'メニューを開閉', onclick: () => this.toggleMenu() }, menuIcon(22)),
      el('button', { type: 'button', class: 'round', title: 'スタンプ', 'aria-label': 'スタンプを送る', onclick: send('sticker') }, smileIcon(22)),
      el('button', { type: 'button', class: 'round', title: '写真', 'aria-label': '写真を送る', onclick: send('photo') }, cameraIcon(22)),
      this.input,
      el('button', { class: 'send', 'aria-label': '送信' }, '送信'));
  }

  act(verb, body) {
    this.acted = true;
    return onPhone(this.userId, verb, { groupId: this.groupId, ...body });
  }

  tap(entry, action, pointer) {
    this.acted = true;
    return tap(this.place(entry), action, pointer, this.state);
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value;
    if (!text.trim()) return;
    this.input.value = '';
    this.act('type', { text });
  }

  toggleFriend() {
    const verb = this.phone.friend ? 'block' : this.phone.blocked ? 'unblock' : 'follow';
    onPhone(this.userId, verb);
  }

  toggleMenu() {
    this.menuOpen = !this.menuOpen;
    this.drawn = '';
    this.show(this.state);
  }

  resize() {
    this.element.style.setProperty('--scale', this.size.value);
  }

  show(state) {
    this.state = state;
    this.phone = state.phones.find((phone) => phone.userId === this.userId);
    const groups = state.groups.filter((group) => group.members.includes(this.userId));
    if (!groups.some((group) => group.groupId === this.groupId)) this.groupId = null;
    const group = groups.find((candidate) => candidate.groupId === this.groupId);
    const seen = JSON.stringify([this.phone, groups, this.groupId, dayKey(state.now), this.menuOpen]);
    if (seen === this.drawn) return;
    this.drawn = seen;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    this.showOwner();
    this.showTabs(groups);
    this.title.textContent = group ? group.name + '（' + (group.members.length + (group.bot ? 1 : 0)) + '）' : state.account.name;
    this.showChat(group ?? this.phone, state.now);
    this.showMenu(group ? null : this.phone.richMenu);
    this.bar.inert = this.phone.blocked && !group;
    // As on a phone: whoever did something sees what comes of it, whoever reads further up is left in peace.
    if (atEnd || this.acted) this.log.scrollTop = this.log.scrollHeight;
    this.acted = false;
  }

  showOwner() {
    const { name, friend, blocked } = this.phone;
    this.who.textContent = name;
    this.element.setAttribute('aria-label', name + 'のスマートフォン');
    this.status.textContent = friend ? '友だち' : blocked ? 'ブロック中' : '友だちではない';
    this.status.className = 'status ' + (friend ? 'friend' : blocked ? 'blocked' : 'stranger');
    this.toggle.textContent = friend ? 'ブロック' : blocked ? 'ブロック解除' : '友だち追加';
    this.toggle.classList.toggle('primary', !friend);
  }

  showTabs(groups) {
    const tab = (label, groupId) => el('button', {
      type: 'button', role: 'tab', 'aria-selected': String(this.groupId === groupId),
      onclick: () => { this.groupId = groupId; this.drawn = ''; this.log.replaceChildren(); this.show(this.state); },
    }, label);
    this.tabs.hidden = groups.length === 0;
    this.tabs.replaceChildren(tab('公式アカウント', null), ...groups.map((group) => tab(group.name, group.groupId)),
      ...groups.filter((group) => group.groupId === this.groupId).map((group) => el('button', {
        type: 'button', class: 'invite', onclick: () => post('groups/' + group.groupId + '/' + (group.bot ? 'remove-bot' : 'invite-bot')),
      }, group.bot ? '公式を退会させる' : '公式を招待')));
  }

  showChat(chat, now) {
    const rows = [];
    let day = '';
    for (const entry of chat.entries) {
      if (dayKey(entry.at) !== day) {
        day = dayKey(entry.at);
        rows.push(['day ' + day + dayName(entry.at, now), () => el('p', { class: 'day' }, dayName(entry.at, now))]);
      }
      rows.push([String(entry.number), () => this.row(entry)]);
    }
    if (chat.loading) rows.push(['loading', () => el('div', { class: 'row theirs' }, el('div', { class: 'dots', role: 'img', 'aria-label': '入力中' }, '・・・'))]);
    this.reconcile(rows);
    const last = chat.entries[chat.entries.length - 1];
    this.showQuickReplies(last?.quickReply ? last : null);
  }

  /** Leaves the rows that are there already where they are: a row taken out and put back would lose focus and place. */
  reconcile(rows) {
    const wanted = new Set(rows.map(([key]) => key));
    [...this.log.children].filter((child) => !wanted.has(child.dataset.key)).forEach((child) => child.remove());
    let next = this.log.firstElementChild;
    for (const [key, make] of rows) {
      if (next?.dataset.key === key) {
        next = next.nextElementSibling;
      } else {
        const row = make();
        row.dataset.key = key;
        this.log.insertBefore(row, next);
      }
    }
  }

  row(entry) {
    if (entry.direction === 'NOTICE') return el('p', { class: 'notice' }, entry.text);
    const own = entry.from === this.userId;
    const time = el('time', { datetime: entry.at }, clockTime(entry.at));
    const drawn = drawMessage(entry, (action, pointer) => this.tap(entry.number, action, pointer),
      (uri) => follow(uri, this.place(entry.number), this.state));
    if (own) return el('div', { class: 'row own' }, time, drawn);
    const name = entry.direction === 'FROM_ACCOUNT' ? this.state.account.name : entry.fromName;
    return el('div', { class: 'row theirs' },
      el('span', { class: 'face ' + (entry.direction === 'FROM_ACCOUNT' ? 'account' : ''), 'aria-hidden': 'true' }, name.slice(0, 1)),
      el('div', { class: 'said' }, el('span', { class: 'sender' }, name), el('div', { class: 'line' }, drawn, time)));
  }

  place(entry) {
    return { phone: this.phone, groupId: this.groupId, entry };
  }

  showQuickReplies(entry) {
    const items = entry?.message.quickReply?.items ?? [];
    this.quick.hidden = items.length === 0;
    this.quick.replaceChildren(...items.map((item, i) => el('button', {
      type: 'button',
      onclick: () => this.tap(entry.number, item.action, '/quickReply/items/' + i + '/action'),
    }, item.imageUrl && el('img', { src: item.imageUrl, alt: '' }), item.action.label)));
  }

  showMenu(menu) {
    this.menu.hidden = !menu;
    this.element.querySelector('.menu-button').hidden = !menu;
    if (!menu) return;
    const { width, height } = menu.size;
    this.menu.replaceChildren(
      el('button', { type: 'button', class: 'menu-bar', 'aria-expanded': String(this.menuOpen), onclick: () => this.toggleMenu() },
        menu.chatBarText + (this.menuOpen ? ' ▾' : ' ▴')),
      el('div', { class: 'menu-image', hidden: !this.menuOpen, style: { aspectRatio: width + ' / ' + height } },
        el('img', { src: '/simulator/richmenu/' + menu.richMenuId, alt: menu.chatBarText }),
        menu.areas.map((part, i) => area(part.bounds, width, height, part.action,
          () => this.tap(0, part.action, '/areas/' + i + '/action')))));
  }
}

/** Makes a new person. */
export async function addPerson() {
  const data = await ask('人を追加', [el('label', { class: 'field' }, '名前', el('input', { name: 'name', required: true, autocomplete: 'off' }))], '追加する');
  if (data) await post('phones', { name: data.get('name') });
}

/** Makes a new group. */
export async function addGroup(state) {
  const data = await ask('グループを作る', [
    el('label', { class: 'field' }, 'グループの名前', el('input', { name: 'name', required: true, autocomplete: 'off' })),
    el('fieldset', {}, el('legend', {}, '入る人'), state.phones.map((phone) =>
      el('label', { class: 'choice' }, el('input', { type: 'checkbox', name: 'member', value: phone.userId, checked: true }), phone.name))),
    el('label', { class: 'choice' }, el('input', { type: 'checkbox', name: 'bot', checked: true }), '公式アカウントを招待する'),
  ], '作る');
  if (!data) return;
  const made = await post('groups', { name: data.get('name'), members: data.getAll('member') });
  if (made && data.get('bot')) await post('groups/' + made.groupId + '/invite-bot');
}
