// Draws flex containers after https://developers.line.biz/en/docs/messaging-api/flex-message-layout/.
import { el } from './dom.js';

const TEXT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74 };
const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4 };
const IMAGE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, '3xl': 180, '4xl': 200, '5xl': 220, full: '100%' };
const SIDES = { Top: 'Top', Bottom: 'Bottom', Start: 'Left', End: 'Right' };
const ALIGN = { start: 'left', end: 'right', center: 'center' };
const GRAVITY = { top: 'flex-start', center: 'center', bottom: 'flex-end' };

const length = (value, words) => {
  const known = words[value];
  if (known === undefined) return value;
  return typeof known === 'number' ? known + 'px' : known;
};

/** @param tap what to do with an action and its JSON pointer */
export function drawFlex(container, tap, pointer = '/contents') {
  if (container.type === 'carousel') {
    return el('div', { class: 'carousel', tabindex: 0, role: 'group', 'aria-label': '横に並んだカード' },
      container.contents.map((bubble, i) => drawBubble(bubble, tap, pointer + '/contents/' + i)));
  }
  return drawBubble(container, tap, pointer);
}

function drawBubble(bubble, tap, pointer) {
  const blocks = ['header', 'hero', 'body', 'footer'].filter((name) => bubble[name]).map((name) => {
    const style = bubble.styles?.[name] ?? {};
    const block = el('div', { class: 'block ' + name, style: { backgroundColor: style.backgroundColor } },
      draw(bubble[name], tap, pointer + '/' + name, 'vertical'));
    if (style.separator) block.style.borderTop = '1px solid ' + (style.separatorColor ?? '#d4d6da');
    return block;
  });
  const drawn = el('div', { class: 'bubble ' + (bubble.size ?? 'mega'), dir: bubble.direction }, blocks);
  return tappable(drawn, bubble.action, pointer + '/action', tap);
}

function draw(component, tap, pointer, parentLayout, spacing, first = true) {
  const drawn = {
    box: drawBox, text: drawText, button: drawButton, image: drawImage, icon: drawIcon,
    separator: drawSeparator, filler: drawFiller, spacer: drawSpacer, video: drawVideo,
  }[component.type]?.(component, tap, pointer, parentLayout);
  if (!drawn) return el('span');
  place(drawn, component, parentLayout, spacing, first);
  return component.type === 'button' ? drawn : tappable(drawn, component.action, pointer + '/action', tap);
}

function place(drawn, component, parentLayout, spacing, first) {
  const style = drawn.style;
  const gap = first ? undefined : length(component.margin ?? spacing, SPACE);
  if (gap) style[parentLayout === 'vertical' ? 'marginTop' : 'marginLeft'] = gap;
  if (component.flex !== undefined) style.flex = component.flex === 0 ? '0 0 auto' : component.flex + ' 1 0';
  else if (parentLayout !== 'vertical' && component.type !== 'icon') style.flex = '1 1 0';
  if (component.position === 'absolute') style.position = 'absolute';
  for (const [name, side] of Object.entries(SIDES)) {
    const offset = component['offset' + name];
    if (offset) {
      if (!style.position) style.position = 'relative';
      style[side.toLowerCase()] = length(offset, SPACE);
    }
  }
  if (component.gravity && parentLayout !== 'baseline') style.alignSelf = GRAVITY[component.gravity];
}

function drawBox(box, tap, pointer) {
  const drawn = el('div', { class: 'box ' + box.layout },
    (box.contents ?? []).map((child, i) => draw(child, tap, pointer + '/contents/' + i, box.layout, box.spacing, i === 0)));
  const style = drawn.style;
  if (box.backgroundColor) style.backgroundColor = box.backgroundColor;
  if (box.background?.type === 'linearGradient') style.backgroundImage = gradient(box.background);
  if (box.borderWidth) style.border = length(box.borderWidth, BORDER) + ' solid ' + (box.borderColor ?? '#c8c8c8');
  else if (box.borderColor) style.border = '1px solid ' + box.borderColor;
  if (box.cornerRadius) style.borderRadius = length(box.cornerRadius, SPACE);
  for (const name of ['width', 'maxWidth', 'height', 'maxHeight']) if (box[name]) style[name] = box[name];
  if (box.paddingAll) style.padding = length(box.paddingAll, SPACE);
  for (const [name, side] of Object.entries(SIDES)) {
    if (box['padding' + name]) style['padding' + side] = length(box['padding' + name], SPACE);
  }
  if (box.justifyContent) style.justifyContent = box.justifyContent;
  if (box.alignItems) style.alignItems = box.alignItems;
  return drawn;
}

const gradient = (background) => `linear-gradient(${background.angle}, ${[background.startColor, background.centerColor,
  background.endColor].filter(Boolean).join(', ')})`;

function drawText(text) {
  const drawn = el('p', { class: 'text' + (text.wrap ? ' wrap' : '') },
    text.contents?.length ? text.contents.map((span) => font(el('span', {}, span.text ?? ''), span, {})) : text.text ?? '');
  font(drawn, text, { size: 'md' });
  if (text.align) drawn.style.textAlign = ALIGN[text.align];
  if (text.lineSpacing) drawn.style.lineHeight = `calc(1.4em + ${text.lineSpacing})`;
  if (text.maxLines && text.wrap) {
    Object.assign(drawn.style, { display: '-webkit-box', webkitBoxOrient: 'vertical', webkitLineClamp: text.maxLines });
  }
  return drawn;
}

function font(drawn, text, defaults) {
  const size = text.size ?? defaults.size;
  if (size) {
    const plain = length(size, TEXT);
    drawn.style.fontSize = text.scaling ? `calc(${plain} * var(--scale, 1))` : plain;
  }
  if (text.color) drawn.style.color = text.color;
  if (text.weight === 'bold') drawn.style.fontWeight = '700';
  if (text.style === 'italic') drawn.style.fontStyle = 'italic';
  if (text.decoration) drawn.style.textDecoration = text.decoration;
  return drawn;
}

function drawButton(button, tap, pointer) {
  const style = button.style ?? 'link';
  const drawn = el('button', {
    type: 'button', class: `flex-button ${style} ${button.height ?? 'md'}`,
    onclick: () => tap(button.action, pointer + '/action'),
  }, button.action.label ?? '');
  if (button.color) drawn.style[style === 'link' ? 'color' : 'backgroundColor'] = button.color;
  if (button.scaling) drawn.style.fontSize = 'calc(16px * var(--scale, 1))';
  return drawn;
}

function drawImage(image) {
  const [width, height] = (image.aspectRatio ?? '1:1').split(':').map(Number);
  const picture = el('img', { src: image.url, alt: '', loading: 'lazy' });
  picture.style.objectFit = image.aspectMode === 'cover' ? 'cover' : 'contain';
  const drawn = el('div', { class: 'image' }, picture);
  Object.assign(drawn.style, {
    width: length(image.size ?? 'md', IMAGE), aspectRatio: width + ' / ' + height, backgroundColor: image.backgroundColor ?? '',
    alignSelf: { start: 'flex-start', end: 'flex-end' }[image.align] ?? 'center',
  });
  return drawn;
}

function drawIcon(icon) {
  const size = length(icon.size ?? 'md', TEXT);
  return el('img', { class: 'icon', src: icon.url, alt: '', style: { height: size } });
}

const drawVideo = (video, tap, pointer, parentLayout) => draw(video.altContent, tap, pointer + '/altContent', parentLayout);
const drawFiller = () => el('div', { class: 'filler' });
const drawSpacer = (spacer) => el('div', { style: { height: length(spacer.size ?? 'md', SPACE) } });

function drawSeparator(separator, tap, pointer, parentLayout) {
  const drawn = el('div', { class: 'separator ' + parentLayout, role: 'separator' });
  if (separator.color) drawn.style.borderColor = separator.color;
  return drawn;
}

/** Boxes, texts and images can be tapped as well: then they are buttons for the keyboard and for screen readers. */
function tappable(drawn, action, pointer, tap) {
  if (!action) return drawn;
  drawn.classList.add('tappable');
  drawn.setAttribute('role', 'button');
  drawn.tabIndex = 0;
  if (action.label) drawn.setAttribute('aria-label', action.label);
  const go = (event) => {
    event.stopPropagation();
    tap(action, pointer);
  };
  drawn.addEventListener('click', go);
  drawn.addEventListener('keydown', (event) => (event.key === 'Enter' || event.key === ' ') && go(event));
  return drawn;
}
