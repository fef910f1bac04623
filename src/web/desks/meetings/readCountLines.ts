import type { CallInput } from '../../client/call.ts'
import type { Plannable } from './meetingTypes.ts'

/** The counts of a meeting held by other means, as they are sent. */
type EnteredCounts = CallInput<'POST /api/years/:year/meetings-elsewhere'>['body']['counts']

/** Counts read from pasted lines, or what is wrong with the first faulty line. */
type ReadCounts = { readonly counts: EnteredCounts } | { readonly fault: string }

/** Reads lines pasted from a table: unit, class, marks with how often each (95×12、90×3), void and abstained sheets; columns parted by tabs. */
export function readCountLines(
  text: string,
  of: Pick<Plannable, 'units' | 'classes' | 'grades'>,
): ReadCounts {
  const counts: EnteredCounts = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const cells = line.split('\t').map(cell => cell.trim())
    if (cells[0] === '单位') continue
    const where = `第${at + 1}行`
    const [unitName = '', className = '', marks = '', voided = '', abstained = ''] = cells
    const unit = of.units.find(one => one.name === unitName)
    if (unit === undefined) return { fault: `${where}：“${unitName}”不在这次会议上述职；请核对单位名称。` }
    const voterClass = of.classes.find(one => one.name === className)
    if (voterClass === undefined)
      return {
        fault: `${where}：没有“${className}”这一票种，应是${of.classes.map(one => one.name).join('、')}。`,
      }
    const read = marks === '' ? [] : marks.split(/[、，,;；\s]+/).map(one => readMark(one, of.grades))
    const wrong = read.findIndex(one => one === undefined)
    if (wrong >= 0) return { fault: `${where}：评价“${marks}”读不懂；写成“95×12、90×3”的样子。` }
    if (![voided, abstained].every(one => /^\d*$/.test(one)))
      return { fault: `${where}：废票和弃权应是张数。` }
    counts.push({
      unit: unit.id,
      voterClasses: [voterClass.id],
      marks: read.map(one => one!),
      voided: Number(voided),
      abstained: Number(abstained),
    })
  }
  return counts.length === 0 ? { fault: '请粘贴计票表。' } : { counts }
}

/** Reads one mark with how often it was given: `95×12`, `好*3`, or `95`. */
function readMark(text: string, grades: Plannable['grades']) {
  const [, mark = '', times = '1'] = /^(.+?)(?:分)?(?:[×xX*](\d+)(?:张)?)?$/.exec(text) ?? []
  const grade = grades.find(({ name }) => name === mark)
  if (grades.length > 0) return grade === undefined ? undefined : { mark: grade.id, times: Number(times) }
  return /^\d+(\.\d{1,3})?$/.test(mark) ? { mark: Number(mark), times: Number(times) } : undefined
}
