import { optionName } from '../../../../contract/scheme/optionNames.ts'
import { rulingsOn } from '../../../../contract/scheme/rulingsActing.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { RulingNotes } from '../RulingNotes.tsx'
import { useScheme } from '../SchemeContext.ts'

/** Shows what the scheme asks of the debrief report. (六（二）, 六（三）) */
export function ReportReading() {
  const { document } = useScheme()
  const { report } = document
  if (report === undefined) return null
  const { limit, minutes, slides, bodies, leadUnitVets, sections, shares = [], areas = [] } = report
  const vetters = [...bodies.map(({ name }) => name), ...(leadUnitVets ? ['牵头单位'] : [])]
  return (
    <section className="scheme-part">
      <h2>
        述职报告 <ClauseChip of={report.citation} />
      </h2>
      <ul className="plain-list">
        <li>
          不超过{limit}字{minutes !== undefined && `，述职${minutes}分钟`}
          {slides === true && '，附演示文稿'}
        </li>
        <li>
          {sections.map(({ name, meaning }) => `${name}（${optionName('meaning', meaning)}）`).join('、')}
        </li>
        {shares.map(({ of, from, to, citation }, at) => (
          <li key={at}>
            {optionName('of', of)}的篇幅
            {from !== undefined && `不少于${from}%`}
            {from !== undefined && to !== undefined && '、'}
            {to !== undefined && `不多于${to}%`} <ClauseChip of={citation} />
          </li>
        ))}
        <li>由{vetters.join('、')}审核把关</li>
        {areas.length > 0 && <li>述职内容：{areas.map(({ name }) => name).join('、')}</li>}
      </ul>
      <RulingNotes of={rulingsOn(document, 'reportSides')} />
    </section>
  )
}
