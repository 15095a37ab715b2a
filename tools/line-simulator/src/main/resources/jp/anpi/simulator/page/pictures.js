// Drawn pictures, so that the page needs no emoji font.
const SVG = 'http://www.w3.org/2000/svg';

function svg(size, ...parts) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 48 48');
  picture.setAttribute('width', size);
  picture.setAttribute('height', size);
  picture.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of parts) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    picture.append(part);
  }
  return picture;
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

export const cameraIcon = (size) => svg(size,
  ['path', { ...line, d: 'M6 15h9l3-5h12l3 5h9v24H6z' }], ['circle', { ...line, cx: 24, cy: 26, r: 8 }]);

export const smileIcon = (size) => svg(size,
  ['circle', { ...line, cx: 24, cy: 24, r: 18 }], ['path', { ...line, d: 'M15 28q9 9 18 0M17 18v2M31 18v2' }]);

export const menuIcon = (size) => svg(size, ['path', { ...line, d: 'M8 14h32M8 24h32M8 34h32' }]);

/** A bear that waves: the only sticker of this platform. */
export const bear = (size) => svg(size,
  ['circle', { cx: 12, cy: 13, r: 6, fill: '#9a6a43' }], ['circle', { cx: 36, cy: 13, r: 6, fill: '#9a6a43' }],
  ['circle', { cx: 24, cy: 25, r: 17, fill: '#b98250' }], ['ellipse', { cx: 24, cy: 31, rx: 8, ry: 6.5, fill: '#f3ddc2' }],
  ['circle', { cx: 17.5, cy: 22, r: 2.2, fill: '#33221a' }], ['circle', { cx: 30.5, cy: 22, r: 2.2, fill: '#33221a' }],
  ['ellipse', { cx: 24, cy: 28, rx: 2.6, ry: 2, fill: '#33221a' }],
  ['path', { d: 'M20 32q4 4 8 0', fill: 'none', stroke: '#33221a', 'stroke-width': 1.6, 'stroke-linecap': 'round' }]);
