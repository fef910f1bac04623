import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { saveFile } from '../../client/saveFile.ts'

const FILLS = [
  { fill: 'nothing', text: '空表' },
  { fill: 'roster', text: '带名册的空表' },
  { fill: 'facts', text: '全部事实' },
] as const

type Fill = (typeof FILLS)[number]['fill']

/** Downloads the workbook to fill in: empty, with the roster, or with all data of the year. */
export function WorkbookButtons({ year }: { readonly year: number }) {
  const [making, setMaking] = useState<Fill>()
  const [fault, setFault] = useState<Error>()

  async function fetchBook(fill: Fill) {
    setMaking(fill)
    setFault(undefined)
    try {
      saveFile(await call('GET /api/years/:year/workbook', { params: { year }, query: { fill } }))
    } catch (error) {
      setFault(error as Error)
    } finally {
      setMaking(undefined)
    }
  }

  return (
    <>
      <RefusedNotice error={fault} />
      <div className="buttons-level">
        {FILLS.map(({ fill, text }) => (
          <Button
            key={fill}
            icon={<DownloadOutlined aria-hidden />}
            loading={making === fill}
            disabled={making !== undefined && making !== fill}
            onClick={() => void fetchBook(fill)}
          >
            {text}
          </Button>
        ))}
      </div>
    </>
  )
}
