import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { PrinterOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import './draw.css'

/** Shows the draw records (抽签记录) of one unit, one printed sheet per draw with all that is needed to repeat it. */
export function DrawSheetPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  const [at, setAt] = useState(0)
  const answer = useAnswer('GET /api/years/:year/units/:unit/draws', { params: { year, unit } })
  return (
    <AnsweredPage title="抽签记录" of={answer}>
      {({ unitName, records }) => {
        const record = records[at] ?? records[0]
        return (
          <>
            <PageHead
              title={`${unitName}：抽签记录`}
              state={record === undefined ? '还没有抽过' : `共${records.length}份，一张纸就能重算`}
              actions={
                <>
                  <BackLink to={`/${year}/draws`}>返回抽签</BackLink>
                  <LinkButton to={`/${year}/drawLists/${encodeURIComponent(unit)}`}>抽签名单</LinkButton>
                  {record !== undefined && (
                    <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
                      打印
                    </Button>
                  )}
                </>
              }
            />
            {record === undefined ? (
              <EmptyState title="还没有抽签记录" what="名单冻结、种子产生以后，结果和重算的办法都在这里。" />
            ) : (
              <>
                <p className="draw-pick">
                  <Choice
                    label="哪一次抽签"
                    value={String(at)}
                    options={records.map((one, nth) => ({
                      value: String(nth),
                      text: `${printQuarter(one.quarter)}　${purposeNames[one.purpose]}${one.number > 1 ? `（第${one.number}次）` : ''}`,
                    }))}
                    onChange={value => setAt(Number(value))}
                  />
                </p>
                <RecordSheet key={`${at} ${record.heldAt}`} record={record} />
              </>
            )}
          </>
        )
      }}
    </AnsweredPage>
  )
}
