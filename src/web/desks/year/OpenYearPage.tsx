import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Radio } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

type Years = CallAnswer<'GET /api/years'>
type Openable = Years['openable'][number]

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
  const [version, setVersion] = useState<Openable>(openable[0]!)
  const before = years.find(one => one.year === version.cycle - 1)
  const hasBefore = before !== undefined && before.units > 0
  const [roster, setRoster] = useState<'last' | 'empty'>()
  const chosen = hasBefore ? (roster ?? 'last') : 'empty'
  const act = useAct('POST /api/years', { done: `${version.cycle}年度已开启` })

  async function open() {
    const opened = await act.run({ body: { year: version.cycle, version: version.version, roster: chosen } })
    if (opened !== undefined) await navigate({ to: `/${opened.year}/roster` })
  }

  return (
    <Form layout="vertical" className="open-year" onFinish={() => void open()}>
      <RefusedNotice error={act.refused} />
      <Form.Item label="方案版本">
        <Radio.Group
          value={version.version}
          onChange={event => setVersion(openable.find(one => one.version === event.target.value)!)}
          options={openable.map(one => ({
            value: one.version,
            label: `${one.cycle}年度《${one.title}》第${one.number}版`,
          }))}
          vertical
        />
      </Form.Item>
      <Form.Item label="名册">
        <Radio.Group
          value={chosen}
          onChange={event => setRoster(event.target.value)}
          options={[
            {
              value: 'last',
              label: hasBefore
                ? `沿用${before.year}年度的名册（${before.units}个单位），再改动有变化的`
                : `沿用上年度的名册（没有${version.cycle - 1}年度的名册，不能选）`,
              disabled: !hasBefore,
            },
            { value: 'empty', label: '空白名册，由工作簿导入或逐个录入' },
          ]}
          vertical
        />
      </Form.Item>
      <p className="soft">沿用名册时，上年度内撤销的单位和已经离任的人员不带入。年度开启后不能删除。</p>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        开启{version.cycle}年度
      </Button>
    </Form>
  )
}
