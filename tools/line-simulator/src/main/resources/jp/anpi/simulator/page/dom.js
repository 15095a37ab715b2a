// Small tools for making elements. Text always goes in as text, never as markup: it was typed by somebody.

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name === 'style') Object.assign(element.style, value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

let toastTimer;

/** Says something for a few seconds. */
export function toast(words) {
  const element = byId('toast');
  element.textContent = words;
  element.classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => element.classList.remove('shown'), 5000);
}

/** Asks something in a dialog; gives the form's data, or null where it was cancelled. */
export function ask(title, fields, confirm = '決定') {
  const dialog = byId('dialog');
  return new Promise((resolve) => {
    const form = el('form', { method: 'dialog' },
      el('h2', {}, title),
      ...fields,
      el('div', { class: 'dialog-buttons' },
        el('button', { type: 'button', onclick: () => dialog.close('') }, 'やめる'),
        el('button', { value: 'ok', class: 'primary' }, confirm)));
    dialog.replaceChildren(form);
    dialog.returnValue = '';
    dialog.onclose = () => resolve(dialog.returnValue === 'ok' ? new FormData(form) : null);
    dialog.showModal();
  });
}
