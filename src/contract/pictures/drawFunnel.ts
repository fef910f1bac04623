import { type Picture, PICTURE_WIDTH, scaleOf, type Shape } from './picture.ts'

/** A unit in a funnel: how many answers it has, and its value. */
interface FunnelMark {
  readonly name: string
  readonly answers: number
  readonly value: number
  readonly tone?: 'main' | 'over' | 'under'
}

/** The bounds of chance at a number of answers. */
interface FunnelBound {
  readonly answers: number
  readonly low: number
  readonly high: number
}

const HEIGHT = 340

/** Draws units by their number of answers and their value, between the bounds within which chance alone moves them. */
export function drawFunnel(
  marks: readonly FunnelMark[],
  bounds: readonly FunnelBound[],
  {
    mean,
    description,
    width = PICTURE_WIDTH,
  }: { readonly mean: number; readonly description: string; readonly width?: number },
): Picture {
  const across = scaleOf(
    marks.map(({ answers }) => answers),
    [56, width - 20],
    { least: 0, grain: 1 },
  )
  const upright = scaleOf(
    [mean, ...marks.map(({ value }) => value), ...bounds.flatMap(({ low, high }) => [low, high])],
    [HEIGHT - 30, 14],
  )
  const within = bounds.filter(({ answers }) => answers >= across.from && answers <= across.to)
  const shapes: Shape[] = [
    ...upright.ticks.flatMap((tick): Shape[] => [
      { kind: 'line', from: [56, upright.place(tick)], to: [width - 20, upright.place(tick)], tone: 'line' },
      { kind: 'text', at: [50, upright.place(tick) + 4], text: String(tick), anchor: 'end' },
    ]),
    ...across.ticks.map((tick): Shape => ({
      kind: 'text',
      at: [across.place(tick), HEIGHT - 10],
      text: String(tick),
      anchor: 'middle',
    })),
    {
      kind: 'line',
      from: [56, upright.place(mean)],
      to: [width - 20, upright.place(mean)],
      tone: 'soft',
      dashed: true,
    },
    ...(['low', 'high'] as const).map((edge): Shape => ({
      kind: 'curve',
      through: within.map(bound => [across.place(bound.answers), upright.place(bound[edge])]),
      tone: 'soft',
    })),
    ...marks.map(({ name, answers, value, tone = 'main' }): Shape => ({
      kind: 'dot',
      at: [across.place(answers), upright.place(value)],
      radius: marks.length > 400 ? 2 : 4,
      tone,
      says: `${name}：${answers}份，${value.toFixed(2)}分`,
    })),
  ]
  return { width, height: HEIGHT, description, shapes }
}
