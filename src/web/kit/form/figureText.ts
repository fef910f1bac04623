/** Returns the figure of what was typed, as text: digits and points of full width, as an input method gives them, separators of thousands and a unit behind it count as well. What is no figure stays as it is. */
export function figureText(typed: string | undefined): string {
  const text = (typed ?? '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/[\s,]+/g, '')
  return /^(-?[\d.]*\d)[^\d.-]{0,2}$/.exec(text)?.[1] ?? text
}

interface Limits {
  readonly min?: number | string
  readonly max?: number | string
  readonly precision?: number
}

/** Returns the message where an input changes the figure that was typed, because it is beyond its limits or not whole. */
export function changedFigure(typed: string, { min = -Infinity, max = Infinity, precision }: Limits) {
  const figure = Number(figureText(typed))
  if (typed.trim() === '' || Number.isNaN(figure)) return undefined
  const within = Math.min(Math.max(figure, Number(min)), Number(max))
  const taken = precision === 0 ? Math.round(within) : within
  if (taken === figure) return undefined
  return `“${typed.trim()}”${within === figure ? '不是整数' : `不在${min}到${max}之间`}，已改为${taken}；请核对`
}
