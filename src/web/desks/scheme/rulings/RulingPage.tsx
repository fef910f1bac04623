import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { topics } from '../../../../contract/scheme/topics.ts'
import {
  type RulingPart,
  type SchemeDocument,
  withAllLists,
} from '../../../../contract/scheme/schemeDocument.ts'
import { indexNames } from '../../../../contract/scheme/schemeNames.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { HeadedAnswer } from '../HeadedAnswer.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { SchemeContext, useScheme } from '../SchemeContext.ts'
import type { SchemeVersion } from '../schemeTypes.ts'
import { stateWords } from '../stateWords.ts'
import { SettleForm } from './SettleForm.tsx'
import { rulingsOfMethod, rulingsOfRow } from '../../../../contract/scheme/rulingsActing.ts'
import '../scheme.css'

/** Shows one ruling (口径): the question, where its answer applies, and the form that settles it. */
export function RulingPage() {
  const { version = '' } = useParams({ strict: false }) as { readonly version?: string }
  return (
    <HeadedAnswer title="口径" of={useAnswer('GET /api/schemes/:version', { params: { version } })}>
      {found => <Found of={found} />}
    </HeadedAnswer>
  )
}

function Found({ of }: { readonly of: SchemeVersion }) {
  const { ruling: id } = useParams({ strict: false }) as { readonly ruling?: string }
  const scheme = useMemo(() => {
    const document = withAllLists(of.document)
    return { document, names: indexNames(document) }
  }, [of.document])
  const ruling = scheme.document.rulings.find(one => one.id === id)
  const back = (
    <LinkButton to={`/schemes/${of.head.version}`} search={{ part: 'rulings' } as never}>
      返回口径清单
    </LinkButton>
  )
  return (
    <SchemeContext value={scheme}>
      {ruling === undefined ? (
        <>
          <PageHead title="口径" />
          <EmptyState title={`方案没有口径“${id ?? ''}”`} what="可能已在草案中去掉。" next={back} />
        </>
      ) : (
        <>
          <PageHead
            title={`口径${ruling.id}`}
            state={`${of.head.title} 第${of.head.number}版`}
            actions={back}
          />
          <Ruling of={of} ruling={ruling} />
        </>
      )}
    </SchemeContext>
  )
}

function Ruling({ of, ruling }: { readonly of: SchemeVersion; readonly ruling: RulingPart }) {
  const may = useMay()
  const { document } = useScheme()
  const places = actingPlaces(document, ruling)
  const words = topics[ruling.topic]
  return (
    <div className="ruling-page">
      <section className="scheme-part">
        <h2>
          {ruling.question} <ClauseChip of={ruling.citation} />
        </h2>
        <dl className="ruling-facts">
          <dt>事项</dt>
          <dd>{words.name}</dd>
          <dt>决定什么</dt>
          <dd>{words.what}</dd>
          <dt>现在的答复</dt>
          <dd>
            {ruling.state === 'open' ? '尚未答复' : ruling.text}{' '}
            <span className={`ruling-badge ruling-${ruling.state}`}>{standing(ruling)}</span>
          </dd>
          <dt>通常的做法</dt>
          <dd>{words.usual}</dd>
          <dt>用在哪里</dt>
          <dd>{places.length === 0 ? '只作说明，不参与计算' : describePlaces(places)}</dd>
        </dl>
      </section>
      {may('settleRuling') && <SettleForm key={ruling.id} of={of} ruling={ruling} />}
    </div>
  )
}

function standing({ state, settledBy, settledOn }: RulingPart): string {
  if (state !== 'settled' || settledBy === undefined) return stateWords[state]
  return `${settledBy}${settledOn === undefined ? '' : `于${printDay(settledOn)}`}确认`
}

function describePlaces(places: readonly string[]): string {
  return places.length > 8 ? `${places.slice(0, 8).join('、')}等${places.length}处` : places.join('、')
}

/** Returns the places where a ruling applies, by name: rows, components and consequences. */
function actingPlaces(document: SchemeDocument, ruling: RulingPart): readonly string[] {
  const rows = [...document.rubrics.flatMap(rubric => rubric.rows), ...document.lists]
  const acts = (found: readonly RulingPart[]): boolean => found.includes(ruling)
  return [
    ...document.components
      .filter(component =>
        component.methods.some(method => acts(rulingsOfMethod(document, component, method))),
      )
      .map(({ name }) => `分项“${name}”`),
    ...rows.filter(row => acts(rulingsOfRow(document, row))).map(row => `${row.id} ${row.title}`),
    ...document.timetable
      .filter(deadline => deadline.ruling === ruling.id)
      .map(({ name }) => `时间节点“${name}”`),
    ...document.consequences.filter(rule => rule.ruling === ruling.id).map(({ name }) => `结果运用“${name}”`),
    ...[topics[ruling.topic].acts].filter(place => place !== undefined),
  ]
}
