/** Returns the figure of what was typed, as text: digits and points of full width, as an input method gives them, separators of thousands and a unit behind it count as well. What is no figure stays as it is. */
export function figureText(typed: string | undefined): string {
  const text = (typed ?? '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/[\s,]+/g, '')
  return /^(-?[\d.]*\d)[^\d.-]{0,2}$/.exec(text)?.[1] ?? text
}
