/** Style sheets in a shadow tree, under any Content Security Policy. */

/** Adds style sheets, given as text. Constructed sheets need no `style-src` of the host page. */
export function adopt(shadow, nonce, ...texts) {
  if ('adoptedStyleSheets' in shadow && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheets = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...sheets];
    return;
  }
  for (const text of texts) {
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = text;
    shadow.prepend(style);
  }
}
