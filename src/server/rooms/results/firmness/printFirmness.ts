import { printPoints } from '../../../../domain/kernel/points.ts'
import type { FirmnessFigures } from './firmness.tables.ts'

/** Prints the units' figures as a table that spreadsheets open. */
export function printFirmness({ units, repeats }: FirmnessFigures): string {
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
  const text = [[note], head, ...lines].map(line => line.map(quote).join(',')).join('\r\n')
  return `\uFEFF${text}\r\n`
}

function quote(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
