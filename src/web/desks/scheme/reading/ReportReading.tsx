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

/** Shows which debrief meetings the scheme holds. (三（二）4) */
export function MeetingsReading() {
  const { document } = useScheme()
  const { meetings = [], components, tiers } = document
  if (meetings.length === 0) return null
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], wanted: string) =>
    list.find(({ id }) => id === wanted)?.name ?? ''
  return (
    <section className="scheme-part">
      <h2>述职测评会议</h2>
      <ul className="plain-list">
        {meetings.map(({ id, name, citation, component, tiers: heard, convenor, recountDays }) => (
          <li key={id}>
            {name}{' '}
            <span className="soft">
              {heard === undefined ? '所有层级' : heard.map(tier => nameIn(tiers, tier)).join('、')}，
              {optionName('convenor', convenor)}，计入{nameIn(components, component)}
              {recountDays !== undefined && `，${recountDays}天内可申请重新计票`}
            </span>{' '}
            <ClauseChip of={citation} />
          </li>
        ))}
      </ul>
    </section>
  )
}
