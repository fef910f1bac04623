import { printPoints } from '../../../../domain/kernel/points.ts'
import type { FirmnessFigures } from './firmness.tables.ts'

/** The lines of a table of the units' figures. */
export function printFirmness({
  units,
  repeats,
}: FirmnessFigures): readonly (readonly (string | number)[])[] {
  const lines = units.map(({ name, place, best, worst, composite, low, high, bands, isBandUnsure }) => [
    name,
    place,
    best,
    worst,
    printPoints(composite),
    printPoints(low),
    printPoints(high),
    bands.map(band => `${band.name}${Math.round(band.share * 100)}%`).join('；'),
    isBandUnsure ? '是' : '',
  ])
  const head = [
    '单位',
    '名次',
    '最好名次',
    '最差名次',
    '综合得分',
    '得分下限',
    '得分上限',
    '落入名次段',
    '名次段不稳',
  ]
  const note = `调查答卷和测评票重新抽取${repeats}次，九成的次数落在所列范围；只说明结果的敏感程度，不改变名次`
  return [[note], head, ...lines]
}
