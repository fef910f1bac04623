import { expect, test } from 'vitest'
import { desks } from '../../src/web/shell/desks.ts'

test('no two pages have one address', () => {
  const shapes = desks.map(({ path }) => path.replaceAll(/\$\w+/g, '$'))
  expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([])
})
