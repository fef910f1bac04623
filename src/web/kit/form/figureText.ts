/** Returns the figure of what was typed, as text: digits and points of full width, as an input method gives them, count as well; whatever else is left out. */
export function figureText(typed: string | undefined): string {
  return (typed ?? '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/[^\w.-]+/g, '')
}
