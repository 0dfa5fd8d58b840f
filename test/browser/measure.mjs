/**
 * What a page looks like once it is laid out; runs inside of it and may use nothing from outside.
 *
 * @returns {{lanes: {name: string, width: number, height: number, bands: number, marks: number}[], wide: string[],
 *     overlaps: string[], texts: number, background: string, scrollWidth: number}}
 */
export function measure() {
  const right = document.documentElement.clientWidth;
  const isShown = (element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  const name = (element) => `<${element.tagName} class="${element.getAttribute('class') ?? ''}">${element.textContent.slice(0, 40)}`;
  // A line has no width: a stroke is none of its shape.
  const lies = (rectangle) => rectangle.width > 0 || rectangle.height > 0;

  const lanes = [...document.querySelectorAll('.row.image')].filter(isShown).map((row) => {
    const lane = row.querySelector('svg.lane');
    const { width, height } = lane.getBoundingClientRect();
    const drawn = (selector) => [...lane.querySelectorAll(selector)].filter((each) => lies(each.getBoundingClientRect())).length;
    return { name: row.querySelector('b').textContent, width, height, bands: drawn('.band .fill'), marks: drawn('.mark use') };
  });

  const wide = [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest('.definitions') && isShown(element))
    .filter((element) => {
      const place = element.getBoundingClientRect();
      return lies(place) && (place.left < -0.5 || place.right > right + 0.5);
    })
    .map(name);

  // Where each piece of text is, as far as what holds it lets it be seen.
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.textContent.trim() === '' || !isShown(node.parentElement)) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const seen = { left: line.left, right: line.right, top: line.top, bottom: line.bottom };
      for (let holder = node.parentElement; holder !== null; holder = holder.parentElement) {
        if (getComputedStyle(holder).overflowX === 'hidden' && holder instanceof HTMLElement) {
          const place = holder.getBoundingClientRect();
          seen.left = Math.max(seen.left, place.left);
          seen.right = Math.min(seen.right, place.right);
        }
      }
      if (seen.right > seen.left) {
        texts.push({ ...seen, node, text: node.textContent.trim().slice(0, 40) });
      }
    }
  }
  texts.sort((one, other) => one.top - other.top);
  const overlaps = [];
  texts.forEach((one, index) => {
    for (let next = index + 1; next < texts.length && texts[next].top < one.bottom - 1; next++) {
      const other = texts[next];
      // Line boxes are higher than their letters: a few pixels are no overlap.
      const isAcross = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
      const isDown = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
      if (isAcross && isDown && one.node !== other.node) {
        overlaps.push(`"${one.text}" and "${other.text}"`);
      }
    }
  });
  return {
    lanes, wide, overlaps, texts: texts.length,
    background: getComputedStyle(document.body).backgroundColor,
    scrollWidth: document.documentElement.scrollWidth,
  };
}
