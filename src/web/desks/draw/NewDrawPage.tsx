import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { useNavigate } from '@tanstack/react-router'
import { drawFields, REDRAW_REASON_SHORT } from '../../../contract/draw/drawFields.ts'
import {
  type DrawPurpose,
  drawPurposes,
  redrawReasonLeast,
} from '../../../domain/campaign/draw/drawPurpose.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import type { ValuesOf } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { ListedUnit } from './drawTypes.ts'
import './draw.css'

/** Prepares a draw: sets quarter, units and numbers and freezes the lists. The seed is entered on the next page. */
export function NewDrawPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/draw-lists', { params: { year } })
  return (
    <AnsweredPage title="准备抽签" of={answer}>
      {({ units }) => (
        <>
          <PageHead
            title="准备抽签"
            state="先定季度、单位和抽取数，冻结名单；种子在下一步当场产生"
            actions={<LinkButton to={`/${year}/draws`}>返回抽签</LinkButton>}
          />
          <Wish year={year!} units={units} />
        </>
      )}
    </AnsweredPage>
  )
}

function Wish({ year, units }: { readonly year: number; readonly units: readonly ListedUnit[] }) {
  const navigate = useNavigate()
  const freeze = useAct('POST /api/years/:year/draw-lists/freeze', {
    refresh: ['GET /api/years/:year/draw-lists'],
  })
  const prepare = useAct('POST /api/years/:year/draws', { done: '名单和抽取数已定，等待种子' })
  const form = useForm(drawFields, {
    start: { quarter: nextQuarter(units), branch: 2, member: 10 },
    wrong: typed => {
      const { open, again } = meaningOf(typed, units)
      const lacks = again.length > 0 && [...typed.reason.trim()].length < redrawReasonLeast
      return { reason: open.length === 0 && lacks ? REDRAW_REASON_SHORT : undefined }
    },
    hidden: typed => (meaningOf(typed, units).again.length > 0 ? [] : ['reason']),
    acts: [freeze, prepare],
    send: async ({ quarter, reason, ...sent }) => {
      const { open, again, meant, purposes } = meaningOf({ quarter, ...sent }, units)
      if (open.length > 0) {
        const body = { purposes: [...purposes], units: open.map(unit => unit.unit) }
        await freeze.run({ params: { year }, body })
        return undefined
      }
      const body = {
        quarter,
        takes: Object.fromEntries(purposes.map(purpose => [purpose, sent[purpose]])),
        units: meant.map(unit => unit.unit),
        ...(again.length > 0 && { reason }),
      }
      return prepare.run({ params: { year }, body })
    },
    after: ({ draw }) => navigate({ to: `/${year}/draws/${draw}` }),
  })
  const { quarter } = form.values
  const { purposes, listed, fresh, meant, open, again } = meaningOf(form.values, units)
  return (
    <InlineForm
      form={form}
      className="draw-wish"
      confirm={open.length > 0 ? `冻结${open.length}个单位的名单` : '准备好了，去定种子'}
      disabled={meant.length === 0 || purposes.length === 0}
    >
      <FormFields of={form} only={['quarter', ...drawPurposes]} className="draw-fields" />
      <FormFields
        of={form}
        only={['units', 'reason']}
        now={{
          units: {
            options: listed.map(unit => ({ value: unit.unit, label: unit.unitName })),
            placeholder: fresh.length === 0 ? '选择要再抽的单位' : `全部${fresh.length}个单位`,
            hint:
              fresh.length === 0
                ? `${printQuarter(Number(quarter))}登记了名单的单位都已抽过；如须再抽，请选择单位并写明理由。`
                : `不选就是登记了名单、${printQuarter(Number(quarter))}还没有抽过的${fresh.length}个单位。`,
          },
          reason: {
            optional: undefined,
            hint: `${again.length}个单位${printQuarter(Number(quarter))}已经抽过；前一次的结果仍然保留，理由记入抽签记录；种子须由另一个人用自己的账号填入。`,
          },
        }}
      />
      <p className="draw-standing">
        {meant.length}个单位
        {meant.length === 0
          ? '，请先选择。'
          : open.length > 0
            ? `，其中${open.length}个单位的名单还没有冻结：先冻结，此后不能再改。`
            : '，名单都已冻结。'}
      </p>
    </InlineForm>
  )
}

/** Returns which units are meant, and of those whose lists are open, and which were drawn in the quarter. */
function meaningOf(
  typed: Pick<ValuesOf<typeof drawFields>, 'quarter' | DrawPurpose> & { readonly units: readonly string[] },
  units: readonly ListedUnit[],
) {
  const purposes = drawPurposes.filter(purpose => Number(typed[purpose]) > 0)
  const isDrawn = (unit: ListedUnit) =>
    unit.drawn.some(one => one.quarter === typed.quarter && purposes.includes(one.purpose))
  const isOpen = (unit: ListedUnit) => purposes.some(purpose => unit.lists[purpose]?.frozen === false)
  const listed = units.filter(unit => purposes.every(purpose => unit.lists[purpose] !== undefined))
  const fresh = listed.filter(unit => !isDrawn(unit))
  const meant = typed.units.length === 0 ? fresh : units.filter(unit => typed.units.includes(unit.unit))
  return { purposes, listed, fresh, meant, open: meant.filter(isOpen), again: meant.filter(isDrawn) }
}

/** Returns the first quarter in which most units were not drawn. */
function nextQuarter(units: readonly ListedUnit[]) {
  const times = (quarter: number) =>
    units.filter(unit => unit.drawn.some(one => one.quarter === quarter)).length
  return ([1, 2, 3, 4] as const).find(quarter => times(quarter) * 2 < units.length) ?? 4
}
