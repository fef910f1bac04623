import { useNavigate } from '@tanstack/react-router'
import { openYearFields } from '../../../contract/year/yearFields.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'

type Years = CallAnswer<'GET /api/years'>

/** Opens a new year from a promulgated scheme version, with last year's roster or an empty one. */
export function OpenYearPage() {
  return (
    <AnsweredPage title="开启考核年度" of={useAnswer('GET /api/years', {})}>
      {years => (
        <>
          <PageHead title="开启考核年度" state="选定已印发的方案版本，年度随方案确定；开启后先核对名册。" />
          {years.openable.length === 0 ? <NoVersion years={years} /> : <OpenYearForm years={years} />}
        </>
      )}
    </AnsweredPage>
  )
}

function NoVersion({ years: { years } }: { readonly years: Years }) {
  const newest = years[0]?.year
  const schemes = useDesk()('schemes')
  return (
    <EmptyState
      title="没有可以用来开启年度的方案"
      what={
        newest === undefined
          ? '先编制方案并印发；印发的版本列在这里。'
          : `已印发的方案都有了对应的年度。请先编制下一年度（${newest + 1}年）的方案并印发，可以由现有方案复制。`
      }
      next={
        schemes !== undefined && (
          <LinkButton type="primary" to={schemes}>
            去编制方案
          </LinkButton>
        )
      }
    />
  )
}

function OpenYearForm({ years: { years, openable } }: { readonly years: Years }) {
  const navigate = useNavigate()
  const cycleOf = (version: string) => (openable.find(one => one.version === version) ?? openable[0]!).cycle
  const beforeOf = (version: string) => {
    const before = years.find(one => one.year === cycleOf(version) - 1)
    return before !== undefined && before.units > 0 ? before : undefined
  }
  const options = openable.map(one => ({
    value: one.version,
    label: `${one.cycle}年度《${one.title}》第${one.number}版`,
  }))
  const act = useAct('POST /api/years', { done: ({ year }) => `${year}年度已开启` })
  const form = useForm(
    { ...openYearFields, version: { ...openYearFields.version, options } },
    {
      start: { version: openable[0]!.version, roster: 'last' },
      acts: [act],
      send: ({ version, roster }) => {
        const chosen = beforeOf(version) === undefined ? 'empty' : roster
        return act.run({ body: { year: cycleOf(version), version, roster: chosen } })
      },
      after: ({ year }) => navigate({ to: `/${year}/roster` }),
    },
  )
  const cycle = cycleOf(form.values.version)
  const before = beforeOf(form.values.version)
  const [last, empty] = openYearFields.roster.options
  const label =
    before === undefined
      ? `${last.label}（没有${cycle - 1}年度的名册，不能选）`
      : `沿用${before.year}年度的名册（${before.units}个单位），再改动有变化的`
  const shown = before === undefined ? { ...form.values, roster: 'empty' as const } : form.values
  return (
    <InlineForm form={form} className="open-year" confirm={`开启${cycle}年度`}>
      <FormFields
        of={{ ...form, values: shown }}
        now={{ roster: { options: [{ ...last, label, disabled: before === undefined }, empty] } }}
      />
      <p className="soft">沿用名册时，上年度内撤销的单位和已经离任的人员不带入。年度开启后不能删除。</p>
    </InlineForm>
  )
}
