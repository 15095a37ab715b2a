// Draws one message of a chat.
import { el } from './dom.js';
import { drawFlex } from './flex.js';
import { bear, cameraIcon } from './pictures.js';

const ADDRESS = /(https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef]+)/;

/** @param links what to do with a tapped address in a text */
export function drawMessage(entry, tap, links) {
  const message = entry.message;
  switch (message.type) {
    case 'text':
    case 'textV2':
      return el('div', { class: 'words' }, linked(entry.text, links));
    case 'flex':
      return drawFlex(message.contents, tap);
    case 'template':
      return drawTemplate(message.template, tap);
    case 'sticker':
      return el('div', { class: 'sticker', role: 'img', 'aria-label': 'スタンプ' }, bear(96));
    case 'image':
      return entry.direction === 'FROM_ACCOUNT'
        ? el('img', { class: 'photo', src: message.previewImageUrl, alt: '写真' })
        : el('div', { class: 'photo sent', role: 'img', 'aria-label': '写真' }, cameraIcon(48));
    case 'imagemap':
      return drawImagemap(message, tap);
    case 'location':
      return el('div', { class: 'words' }, '現在地：' + entry.text);
    default:
      return el('div', { class: 'words' }, entry.text || '［' + message.type + '］');
  }
}

function linked(text, links) {
  return text.split(ADDRESS).map((part, i) => i % 2 === 0 ? part
    : el('a', { href: part, onclick: (event) => { event.preventDefault(); links(part); } }, part));
}

function drawTemplate(template, tap, pointer = '/template') {
  if (template.type === 'carousel') {
    return el('div', { class: 'carousel', tabindex: 0 },
      template.columns.map((column, i) => card(column, tap, pointer + '/columns/' + i)));
  }
  if (template.type === 'image_carousel') {
    return el('div', { class: 'carousel', tabindex: 0 }, template.columns.map((column, i) =>
      el('button', { type: 'button', class: 'image-column', onclick: () => tap(column.action, pointer + '/columns/' + i + '/action') },
        el('img', { src: column.imageUrl, alt: '' }), column.action.label)));
  }
  return card(template, tap, pointer);
}

function card(template, tap, pointer) {
  const confirm = template.type === 'confirm';
  return el('div', { class: 'bubble template' },
    template.thumbnailImageUrl && el('img', { class: 'thumbnail', src: template.thumbnailImageUrl, alt: '' }),
    el('div', { class: 'template-words' },
      template.title && el('p', { class: 'template-title' }, template.title),
      el('p', {}, template.text)),
    el('div', { class: 'template-actions' + (confirm ? ' side-by-side' : '') },
      template.actions.map((action, i) => el('button', {
        type: 'button', onclick: () => tap(action, pointer + '/actions/' + i),
      }, action.label))));
}

function drawImagemap(message, tap) {
  const { width, height } = message.baseSize;
  return el('div', { class: 'imagemap', style: { aspectRatio: width + ' / ' + height } },
    el('img', { src: message.baseUrl + '/460', alt: message.altText }),
    message.actions.map((action, i) => area(action.area, width, height, action, () => tap(action, '/actions/' + i))));
}

/** A transparent button over a picture. */
export function area(bounds, width, height, action, ontap) {
  const share = (part, whole) => (100 * part) / whole + '%';
  return el('button', {
    type: 'button', class: 'area', onclick: ontap, 'aria-label': action.label ?? action.displayText ?? action.text ?? action.uri ?? '',
    style: {
      left: share(bounds.x, width), top: share(bounds.y, height),
      width: share(bounds.width, width), height: share(bounds.height, height),
    },
  });
}
