import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { callingFields, commissionFields } from '../../../contract/survey/surveyFields.ts'
import { sizeWithin } from '../../../domain/campaign/survey/figures/sampleSize.ts'
import { call } from '../../client/call.ts'
import type { Refused } from '../../client/Refused.ts'
import { useAct } from '../../client/useAct.ts'
import { Choice } from '../../kit/Choice.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { HoursField } from './HoursField.tsx'
import { SizesTable } from './SizesTable.tsx'
import {
  addressOfSurvey,
  type Commission,
  type Size,
  type Survey,
  type SurveyedComponent,
} from './surveyTypes.ts'
import './survey.css'

const fields = {
  ...commissionFields,
  ...callingFields,
  hours: ownField<Commission['hours']>({
    label: '拨打时段（其他时间不拨打）',
    start: [],
    show: ({ value, onChange }) => <HoursField value={value} onChange={onChange} />,
    print: value => value.map(({ from, to }) => `${from}至${to}`).join('，'),
  }),
  sizes: ownField<readonly NamedSize[]>({
    label: '样本量',
    start: [],
    show: () => null,
    print: value => `${value.length}行，计划${value.reduce((sum, { size }) => sum + size, 0)}份`,
  }),
}

interface Props {
  readonly year: number
  readonly components: readonly SurveyedComponent[]
  readonly start: Commission
  /** The survey whose commission is changed; none for a new one. */
  readonly survey?: Survey
}

/** A size with the names of its unit and group. */
export type NamedSize = Size & { readonly unitName: string; readonly groupName: string }

/** Drafts or changes a commission: the terms, the hours of calls, and how many are asked about each unit. */
export function CommissionForm({ year, components, start, survey }: Props) {
  const go = useNavigate()
  const { hours, sizes: firstSizes, ...terms } = start
  const [component, setComponent] = useState(survey?.component ?? components[0]!.id)
  const values = useMemo(
    () => ({ ...terms, hours, sizes: nameSizes(firstSizes, survey) }),
    // oxlint-disable-next-line react/exhaustive-deps -- parts of `start`
    [start, survey],
  )
  const [proposing, setProposing] = useState(false)
  const [unproposed, setUnproposed] = useState<Refused>()
  const [isNobody, setNobody] = useState(false)
  const create = useAct('POST /api/years/:year/surveys', { done: '委托已拟好' })
  const change = useAct('PUT /api/years/:year/surveys/:survey/commission', { done: '委托已保存' })
  const isFixed = survey !== undefined && survey.stage !== 'drafted'
  const form = useForm(fields, {
    ...(survey === undefined
      ? { start: values, keep: `survey.${year}` }
      : { saved: { revision: survey.revision, values }, keep: `survey.commission.${survey.id}` }),
    acts: [create, change],
    refusedAt: { surveyDays: 'ends', surveyHours: 'hours' },
    hidden: ({ way: chosen }) => [
      ...(chosen === 'file' ? (['mostAttempts', 'deleteOn', 'hours'] as const) : []),
      ...(isFixed ? (['title', 'way', 'begins', 'deleteOn', 'halfWidth'] as const) : []),
    ],
    send: (sent, revision) => {
      const commission = {
        ...terms,
        ...sent,
        hours: [...sent.hours],
        sizes: sent.sizes.map(({ unit, group, population, size }) => ({ unit, group, population, size })),
      }
      return survey === undefined
        ? create.run({ params: { year }, body: { component, commission } })
        : change.run({
            params: { year, survey: survey.id },
            body: { revision, commission },
          })
    },
    after: ({ id }) => go({ to: addressOfSurvey(year, id) }),
  })
  const { halfWidth, sizes } = form.values
  const setSizes = (next: readonly NamedSize[]) => form.change({ sizes: next })

  async function propose() {
    setProposing(true)
    setUnproposed(undefined)
    try {
      const { sizes: proposed } = await call('GET /api/years/:year/surveys/sizes', {
        params: { year },
        query: { component, halfWidth: String(halfWidth ?? start.halfWidth) as never },
      })
      setNobody(proposed.length === 0)
      const typed = new Map(sizes.map(({ unit, group, population }) => [`${unit} ${group}`, population]))
      const { least } = components.find(({ id }) => id === component)!
      setSizes(
        proposed.map(({ unlimited, ...one }) => {
          const population = typed.get(`${one.unit} ${one.group}`)
          if (population === undefined) return one
          return { ...one, population, size: sizeWithin(unlimited, population, least) }
        }),
      )
    } catch (error) {
      setUnproposed(error as Refused)
    } finally {
      setProposing(false)
    }
  }

  return (
    <InlineForm
      form={form}
      confirm={survey === undefined ? '保存委托' : '保存'}
      className="commission-form"
      noticeBelow
    >
      {components.length > 1 && (
        <Choice
          label="考核项目"
          value={component}
          options={components.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={chosen => {
            setComponent(chosen)
            setSizes([])
          }}
        />
      )}
      <FormFields of={form} only={['title', 'way', 'surveyor']} />
      <FormFields of={form} only={['begins', 'ends', 'deleteOn']} className="three-fields" />
      <FormFields of={form} only={['complaint', 'mostAttempts']} className="three-fields" />
      <FormFields of={form} only={['hours']} />
      <FormFields of={form} only={['groupReadsOpinions']} />
      <section aria-label="样本量" className="commission-sizes">
        <h2>样本量</h2>
        {!isFixed && (
          <div className="propose-line">
            <FormFields of={form} only={['halfWidth']} />
            <Button loading={proposing} onClick={() => void propose()}>
              按误差范围建议样本量
            </Button>
          </div>
        )}
        <RefusedNotice error={unproposed} />
        {isNobody && (
          <p className="bad" role="alert">
            名册中还没有参加考核的单位，不能建议样本量：<Link to={`/${year}/roster`}>先录入名册</Link>。
          </p>
        )}
        {sizes.length > 0 && !isFixed && <p className="soft">不访问的单位或对象，样本量填0。</p>}
        <SizesTable sizes={sizes} fixed={isFixed && survey.stage !== 'commissioned'} onChange={setSizes} />
      </section>
    </InlineForm>
  )
}

function nameSizes(sizes: readonly Size[], survey: Survey | undefined): readonly NamedSize[] {
  const units = new Map(survey?.units.map(({ id, name }) => [id, name]))
  const groups = new Map(survey?.scheme.groups.map(({ id, name }) => [id, name]))
  return sizes.map(size => ({
    ...size,
    unitName: units.get(size.unit) ?? size.unit,
    groupName: groups.get(size.group) ?? size.group,
  }))
}
