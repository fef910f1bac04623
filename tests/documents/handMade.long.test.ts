import { expect } from 'vitest'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import { checkStyle } from '../../src/files/documents/style/checkStyle.ts'
import { convertInLibreOffice, findLibreOffice, testInLibreOffice } from '../results/libreOffice.ts'
import { flatText, handMade } from './handMadePapers.ts'
import { plantedFaults } from './plantedFaults.ts'

const soffice = findLibreOffice()

function findingsOf(bytes: Uint8Array): readonly string[] {
  const found = checkStyle('公文.docx', bytes)
  return isRefusal(found) ? [found.code] : found.map(({ what }) => what)
}

testInLibreOffice(
  'five papers made by hand in LibreOffice raise two false alarms at most; each fault planted in their source is found',
  async () => {
    const sources = new Map(handMade.map(paper => [paper.name, flatText(paper)]))
    const faulty = plantedFaults.map(([paper, from, to]) => {
      const source = sources.get(paper)!
      const changed = source.replace(from, to)
      expect(changed, `${paper}: ${from}`).not.toBe(source)
      return changed
    })
    const all = await convertInLibreOffice(soffice!, 'fodt', 'docx', [...sources.values(), ...faulty])
    const alarms = all.slice(0, handMade.length).flatMap(findingsOf)
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(2)
    const missed = plantedFaults.flatMap(([paper, from, to, told], at) => {
      const found = findingsOf(all[handMade.length + at]!)
      return found.some(what => told.test(what))
        ? []
        : [`${paper}, ${from} → ${to}: ${found.join('；') || 'nothing'}`]
    })
    expect(missed).toEqual([])
    expect(plantedFaults.length).toBeGreaterThan(30)
  },
)
