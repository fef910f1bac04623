import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sentenceOfRefusal } from '../../src/contract/shape/refusalSentences.ts'
import { printPlace } from '../../src/files/lists/place.ts'
import { readHistory } from '../../src/files/facts/readHistory.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import type { FactsReading } from '../../src/files/facts/factsReading.ts'
import { aWorkbook, readWorkbook, refusals } from './aWorkbook.ts'
import { roster, xiangxi } from './aYear.ts'

const absent = { 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }

const lastYear = {
  年度: 2017,
  考核对象: '孙示安',
  综合得分: 60,
  名次: 3,
  倒数第几: 2,
  参加排名数: 4,
  等次: '一般',
}

/** The facts workbook with the XML of its parts changed. */
async function patched(
  sheets: Parameters<typeof aWorkbook>[0],
  patch: (xml: string, path: string) => string,
): Promise<FactsReading> {
  const parts = unzipSync(await aWorkbook(sheets))
  for (const [path, content] of Object.entries(parts)) parts[path] = strToU8(patch(strFromU8(content), path))
  return readFacts(zipSync(parts), xiangxi)
}

function told({ notices }: FactsReading): readonly string[] {
  return notices.map(({ place, notice }) => `${printPlace(place)} ${notice.code}`)
}

test('a text with a NUL or half a surrogate pair is refused with its cell, in text files with its path', async () => {
  const reading = await patched({ sheets: { 核查情况: [{ ...absent, 说明: 'BROKENTEXT' }] } }, xml =>
    xml.replace('BROKENTEXT', '演示_x0000_记录'),
  )
  expect(refusals(reading)).toEqual([expect.stringMatching(/第2行“说明”列（[A-Z]2） textBroken$/)])
  const text = JSON.stringify({
    format: 'hengping-facts/1',
    cycle: 2018,
    roster,
    findings: [{ unit: 'miao', note: 'SIGN' }],
  })
  const json = await readFacts(strToU8(text.replace('SIGN', '\\u0000')), xiangxi)
  expect(json.refused.map(({ refusal }) => sentenceOfRefusal(refusal))).toEqual([
    expect.stringContaining('findings[0].note：文字中含有空字符'),
  ])
  const half = await readFacts(strToU8(text.replace('SIGN', '\\ud83d')), xiangxi)
  expect(half.refused[0]!.refusal).toMatchObject({ code: 'textBroken', values: { isNul: false } })
  const whole = await readFacts(strToU8(text.replace('SIGN', '\\ud83d\\ude00')), xiangxi)
  expect(whole.refused.map(({ refusal }) => refusal.code)).not.toContain('textBroken')
  const yaml = await readFacts(strToU8('format: hengping-facts/1\nnote: "a\\0b"\n'), xiangxi)
  expect(yaml.refused[0]!.refusal).toMatchObject({ code: 'textBroken', values: { path: 'note' } })
})

test('the number of a person that a workbook has rounded is refused; full-width codes are folded and told', async () => {
  const holders = [{ 单位: 'miao', 人员编号: Number('433101198001011234'), 姓名: '赵示安', 职务: '正职' }]
  const reading = await readWorkbook({ sheets: { 任职: holders } })
  expect(refusals(reading)).toEqual(['“任职”表第2行“人员编号”列（B2） numberRounded'])
  const folded = await readWorkbook({ sheets: { 任职: [{ ...holders[0], 人员编号: 'Ｐ０１' }] } })
  expect(folded.roster.holders.map(holder => holder.person)).toEqual(['P01'])
  expect(told(folded)).toContain('“任职”表第2行“人员编号”列（B2） tookFullWidth')
})

test('hidden rows, columns and sheets are read and told', async () => {
  const reading = await patched({ sheets: { 核查情况: [absent] } }, (xml, path) =>
    path.endsWith('workbook.xml')
      ? xml.replace('name="核查情况"', 'name="核查情况" state="hidden"')
      : xml.includes('absent')
        ? xml
            .replace('<row r="2"', '<row r="2" hidden="1"')
            .replace('<sheetData>', '<cols><col min="1" max="1" hidden="1"/></cols><sheetData>')
        : xml,
  )
  expect(reading.facts.findings).toHaveLength(1)
  expect(told(reading)).toEqual([
    '“核查情况”表 hiddenSheet',
    '“核查情况”表“单位”列 hiddenColumn',
    '“核查情况”表第2行 hiddenRow',
  ])
})

test('names that differ only in brackets, spaces or invisible signs are one name: the second unit is refused, and what fits both is ambiguous', async () => {
  const [miao, lin] = roster.units
  const twins = {
    units: [
      { ...miao!, name: '试中心（本级）' },
      { ...lin!, name: '试中心\u200b(本级)' },
    ],
    holders: [],
  }
  const reading = await readWorkbook({
    roster: twins,
    sheets: {
      核查情况: [
        { ...absent, 单位: '试中心（本级）' },
        { ...absent, 单位: '试中心 (本级)' },
        { ...absent, 单位: '\u202d试中心（本级）\u202c', 次数: 2 },
      ],
    },
  })
  expect(refusals(reading)).toEqual([
    '“单位名册”表第3行“名称”列 unitNameTwice',
    '“核查情况”表第3行“单位”列（A3） unitAmbiguous',
  ])
  expect(reading.facts.findings.map(({ unit, count }) => [unit, count])).toEqual([
    [miao!.id, 1],
    [miao!.id, 2],
  ])
  // Nor does the past of the unit that was refused become that of the other.
  const past = await readHistory(
    await aWorkbook({
      roster: twins,
      sheets: { 历年结果: [{ ...lastYear, 单位: '试中心\u200b(本级)' }] },
    }),
    xiangxi,
    reading.roster,
    { refusedUnits: reading.refusedUnits },
  )
  expect(past.refused.map(({ refusal }) => refusal.code)).toEqual(['unitRefused'])
  expect(past.history.years).toEqual([])
})

test('a web page or XML saved as a workbook is named for what it is', async () => {
  const codeOf = async (text: string) => {
    const [first] = (await readFacts(strToU8(text), xiangxi)).refused
    return [first!.refusal.code, (first!.refusal.values as { kind?: string }).kind]
  }
  expect(await codeOf('<html><head><meta charset="gb2312"></head></html>')).toEqual([
    'workbookIsPage',
    'html',
  ])
  expect(await codeOf('\ufeff<!DOCTYPE html><table>')).toEqual(['workbookIsPage', 'html'])
  expect(await codeOf('MIME-Version: 1.0\nX: <html>')).toEqual(['workbookIsPage', 'html'])
  expect(await codeOf('<?xml version="1.0"?>\n<Workbook/>')).toEqual(['workbookIsPage', 'xml'])
})
