import { Fragment } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import type { Terms } from './reportTypes.ts'

type Answer = CallAnswer<'GET /api/years/:year/units/:unit/report/differences'>
type Difference = Answer['paragraphs'][number]

interface Props {
  readonly terms: Terms
  readonly title: Answer['title']
  readonly paragraphs: Answer['paragraphs']
}

/** Shows what changed between two versions, part by part; paragraphs that stayed are only counted. */
export function DifferenceView({ terms, title, paragraphs }: Props) {
  const changed = paragraphs.filter(({ kind }) => kind !== 'same')
  if (changed.length === 0 && (title === undefined || title.kind === 'same')) return <p>两稿没有不同。</p>
  const sections = [...new Set(paragraphs.map(({ section }) => section))]
  return (
    <div className="report-difference">
      {title !== undefined && title.kind !== 'same' && (
        <>
          <h3>题目</h3>
          <Changed of={title} />
        </>
      )}
      {sections.map(section => {
        const own = paragraphs.filter(one => one.section === section)
        const same = own.filter(({ kind }) => kind === 'same').length
        return (
          <Fragment key={section}>
            <h3>
              {terms.sections.find(({ id }) => id === section)?.name ?? section}
              {same > 0 && <small className="soft">{same}段没有改动</small>}
            </h3>
            {own
              .filter(({ kind }) => kind !== 'same')
              .map((one, nth) => (
                <Changed key={nth} of={one} />
              ))}
          </Fragment>
        )
      })}
    </div>
  )
}

function Changed({ of: { kind, before, after, pieces } }: { readonly of: Difference }) {
  if (kind === 'added')
    return (
      <p>
        <ins>{after}</ins>
      </p>
    )
  if (kind === 'removed')
    return (
      <p>
        <del>{before}</del>
      </p>
    )
  if (pieces === undefined)
    return (
      <p>
        <del>{before}</del>
        <ins>{after}</ins>
      </p>
    )
  return (
    <p>
      {pieces.map(({ kind: of, text }, nth) => {
        if (of === 'same') return <span key={nth}>{text}</span>
        return of === 'added' ? <ins key={nth}>{text}</ins> : <del key={nth}>{text}</del>
      })}
    </p>
  )
}
