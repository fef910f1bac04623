import { expect, test } from 'vitest'
import { drawDistribution } from './drawDistribution.ts'
import { drawFunnel } from './drawFunnel.ts'
import { drawIntervals } from './drawIntervals.ts'
import { type Picture, scaleOf } from './picture.ts'

const marks = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const value = 60 + (at * 35) / count
    return { name: `单位${at + 1}`, value, low: value - 4, high: Math.min(100, value + 4) }
  })

/** Returns the places of all shapes that lie outside of the picture. */
function outside({ width, height, shapes }: Picture) {
  const places = shapes.flatMap(shape => {
    if (shape.kind === 'line') return [shape.from, shape.to]
    return shape.kind === 'curve' ? shape.through : [shape.at]
  })
  return places.filter(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height))
}

test('a scale has round ticks around every value, and one value alone has a scale, too', () => {
  expect(scaleOf([63, 97], [0, 100]).ticks).toEqual([60, 70, 80, 90, 100])
  expect(scaleOf([80], [0, 100]).place(80)).toBeGreaterThanOrEqual(0)
  expect(scaleOf([], [0, 100]).ticks.length).toBeGreaterThan(1)
})

test.each([
  [1, 900],
  [120, 900],
  [2_000, 900],
  [1, 358],
  [120, 358],
  [2_000, 358],
])('%s units fit into each picture, %s wide', (count, width) => {
  const all = marks(count)
  const description = '各单位得分'
  const funnel = all.map(({ name, value }, at) => ({ name, value, answers: 10 + (at % 90) }))
  for (const picture of [
    drawIntervals(all, { description, mean: 80, width }),
    drawIntervals(all, { description, width, unnamed: true }),
    drawDistribution(
      all.map(({ value }) => value),
      { description, unit: '个单位', width },
    ),
    drawFunnel(
      funnel,
      [
        { answers: 10, low: 60, high: 98 },
        { answers: 90, low: 74, high: 86 },
      ],
      { mean: 80, description, width },
    ),
  ])
    expect(outside(picture)).toEqual([])
})

test.each([1, 8, 118, 150, 2_000])('places of %s units have whole ticks from the first place on', count => {
  const places = Array.from({ length: count }, (_, at) => ({
    name: `单位${at + 1}`,
    value: at + 1,
    low: Math.max(1, at - 3),
    high: Math.min(count, at + 5),
  }))
  const { shapes } = drawIntervals(places, { description: '', isPlaces: true, unnamed: true })
  const ticks = shapes.flatMap(shape => (shape.kind === 'text' ? Number(shape.text) : []))
  expect(ticks).toContain(1)
  expect(ticks.filter(tick => !Number.isInteger(tick) || tick < 1 || tick > Math.max(2, count))).toEqual([])
})

test('where many stand close, paler lines lie below the values, so that they do not hide them', () => {
  const tones = ['over', 'main', 'under'] as const
  const all = marks(2_000).map((mark, at) => ({ ...mark, tone: tones[at % 3]! }))
  const { shapes } = drawIntervals(all, { description: '' })
  const own = shapes.filter(shape => shape.kind === 'dot' || (shape.kind === 'line' && shape.tone !== 'line'))
  expect(own.slice(0, 2_000).every(shape => shape.kind === 'line' && shape.tone.startsWith('mild '))).toBe(
    true,
  )
  expect(own.slice(2_000).every(shape => shape.kind === 'dot' && !shape.tone.startsWith('mild'))).toBe(true)
})

test('a bar of one among thousands is high enough to be seen', () => {
  const values = [60, ...Array.from({ length: 5_000 }, () => 99)]
  const { shapes } = drawDistribution(values, { description: '', unit: '个单位' })
  const heights = shapes.flatMap(shape => (shape.kind === 'bar' ? shape.height : []))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(3)
})

test('every value of a distribution is in one bar', () => {
  const { shapes } = drawDistribution([60, 60, 75, 100], { description: '', unit: '个单位' })
  const counts = shapes.flatMap(shape =>
    shape.kind === 'bar' ? Number(/：(\d+)/.exec(shape.says!)![1]) : [],
  )
  expect(counts).toEqual([2, 1, 1])
})

test('names stand beside their intervals only where they have room', () => {
  const texts = (count: number) =>
    drawIntervals(marks(count), { description: '' }).shapes.filter(
      shape => shape.kind === 'text' && shape.text.startsWith('单位'),
    ).length
  expect([texts(120), texts(2_000)]).toEqual([120, 0])
})
