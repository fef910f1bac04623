import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import {
  type DrawPurpose,
  drawPurposes,
  purposeNames,
  redrawReasonLeast,
  takeLimits,
} from '../../../domain/campaign/draw/drawPurpose.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
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

type Quarter = 1 | 2 | 3 | 4
type Takes = Record<DrawPurpose, number>

function Wish({ year, units }: { readonly year: number; readonly units: readonly ListedUnit[] }) {
  const navigate = useNavigate()
  const [quarter, setQuarter] = useState<Quarter>(() => nextQuarter(units))
  const [takes, setTakes] = useState<Takes>({ branch: 2, member: 10 })
  const [chosen, setChosen] = useState<readonly string[]>()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const freeze = useAct('POST /api/years/:year/draw-lists/freeze', {
    refresh: ['GET /api/years/:year/draw-lists'],
  })
  const prepare = useAct('POST /api/years/:year/draws', { done: '名单和抽取数已定，等待种子' })
  const purposes = drawPurposes.filter(purpose => takes[purpose] > 0)
  const listed = units.filter(unit => purposes.every(purpose => unit.lists[purpose] !== undefined))
  const isDrawn = (unit: ListedUnit) =>
    unit.drawn.some(one => one.quarter === quarter && purposes.includes(one.purpose))
  const fresh = listed.filter(unit => !isDrawn(unit))
  const meant = chosen === undefined ? fresh : units.filter(unit => chosen.includes(unit.unit))
  const isOpen = (unit: ListedUnit) =>
    purposes.some(purpose => unit.lists[purpose] !== undefined && unit.lists[purpose].frozenAt === undefined)
  const open = meant.filter(isOpen)
  const again = meant.filter(isDrawn)
  const lacksReason = again.length > 0 && [...reason.trim()].length < redrawReasonLeast

  async function submit() {
    setAsked(true)
    if (open.length > 0) {
      await freeze.run({
        params: { year },
        body: { purposes: [...purposes], units: open.map(unit => unit.unit) },
      })
      return
    }
    if (lacksReason || purposes.length === 0) return
    const body = {
      quarter,
      takes: Object.fromEntries(purposes.map(purpose => [purpose, takes[purpose]])),
      units: meant.map(unit => unit.unit),
      ...(again.length > 0 ? { reason: reason.trim() } : {}),
    }
    const made = await prepare.run({ params: { year }, body })
    if (made !== undefined) await navigate({ to: `/${year}/draws/${made.draw}` })
  }

  return (
    <Form layout="vertical" className="draw-wish" onFinish={() => void submit()}>
      <RefusedNotice error={freeze.refused ?? prepare.refused} />
      <div className="draw-fields">
        <Form.Item label="季度">
          <Choice
            label="季度"
            value={String(quarter)}
            options={[1, 2, 3, 4].map(one => ({ value: String(one), text: `第${one}季度` }))}
            onChange={value => setQuarter(Number(value) as Quarter)}
          />
        </Form.Item>
        {drawPurposes.map(purpose => (
          <Form.Item key={purpose} label={`每个单位抽${purposeNames[purpose]}`}>
            <Choice
              label={`每个单位抽${purposeNames[purpose]}`}
              value={String(takes[purpose])}
              options={[
                { value: '0', text: '不抽' },
                ...numbersOf(purpose).map(one => ({
                  value: String(one),
                  text: `${one}${purpose === 'branch' ? '个' : '名'}`,
                })),
              ]}
              onChange={value => setTakes({ ...takes, [purpose]: Number(value) })}
            />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        label="单位"
        htmlFor="draw-units"
        extra={
          fresh.length === 0
            ? `第${quarter}季度登记了名单的单位都已抽过；如须再抽，请选择单位并写明理由。`
            : `不选就是登记了名单、第${quarter}季度还没有抽过的${fresh.length}个单位。`
        }
      >
        <Select
          id="draw-units"
          mode="multiple"
          placeholder={fresh.length === 0 ? '选择要再抽的单位' : `全部${fresh.length}个单位`}
          maxTagCount={6}
          optionFilterProp="label"
          value={[...(chosen ?? [])]}
          options={listed.map(unit => ({ value: unit.unit, label: unit.unitName }))}
          onChange={values => setChosen(values.length === 0 ? undefined : values)}
        />
      </Form.Item>
      {again.length > 0 && (
        <Form.Item
          label="再抽的理由"
          htmlFor="draw-reason"
          required
          {...(asked && open.length === 0 && lacksReason
            ? { validateStatus: 'error' as const, help: `请写明再抽的理由，至少${redrawReasonLeast}个字。` }
            : {})}
          extra={`${again.length}个单位第${quarter}季度已经抽过；前一次的结果仍然保留，理由记入抽签记录；种子须由另一个人用自己的账号填入。`}
        >
          <Input.TextArea
            id="draw-reason"
            value={reason}
            rows={2}
            maxLength={2000}
            onChange={event => setReason(event.target.value)}
          />
        </Form.Item>
      )}
      <p className="draw-standing">
        {meant.length}个单位
        {meant.length === 0
          ? '，请先选择。'
          : open.length > 0
            ? `，其中${open.length}个单位的名单还没有冻结：先冻结，此后不能再改。`
            : '，名单都已冻结。'}
      </p>
      <Button
        type="primary"
        htmlType="submit"
        loading={freeze.busy || prepare.busy}
        disabled={meant.length === 0 || purposes.length === 0}
      >
        {open.length > 0 ? `冻结${open.length}个单位的名单` : '准备好了，去定种子'}
      </Button>
    </Form>
  )
}

function numbersOf(purpose: DrawPurpose): number[] {
  const { least, most } = takeLimits[purpose]
  return Array.from({ length: most - least + 1 }, (_, at) => least + at)
}

/** Returns the first quarter in which most units were not drawn. */
function nextQuarter(units: readonly ListedUnit[]): Quarter {
  const times = (quarter: number) =>
    units.filter(unit => unit.drawn.some(one => one.quarter === quarter)).length
  return ([1, 2, 3, 4] as const).find(quarter => times(quarter) * 2 < units.length) ?? 4
}
