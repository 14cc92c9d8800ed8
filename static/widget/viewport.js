/** Small screens: the panel fills what the keyboard leaves, and the focus stays in it. */

/** Whether the panel covers the page, as the style sheet decided for this screen. */
export function isFullScreen(panel) {
  return getComputedStyle(panel).getPropertyValue('--full-screen').trim() === '1';
}

/** The part of the screen above the keyboard, as lengths for the style sheet. */
export function keepInView(panel) {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    panel.style.setProperty('--view-height', `${view.height}px`);
    panel.style.setProperty('--view-top', `${view.offsetTop}px`);
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
}

/** Tab runs in a circle: the page behind is covered and must not be reached. */
export function keepFocusInside(panel, event) {
  const inside = [...panel.querySelectorAll('a[href], button, textarea, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && element.getClientRects().length);
  const edge = event.shiftKey ? inside[0] : inside.at(-1);
  const active = panel.getRootNode().activeElement;
  if (active !== edge && active !== panel) return;
  if (active === panel && !event.shiftKey) return;
  event.preventDefault();
  (event.shiftKey ? inside.at(-1) : inside[0]).focus();
}
