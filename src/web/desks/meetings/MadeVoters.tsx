import { Button } from 'antd'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Refused } from '../../client/Refused.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { castMade, type MadeVotes } from './castMade.ts'
import type { StepProps } from './meetingTypes.ts'

/** How many made voters one tap sends. */
const VOTERS = 200

/** Lets two hundred made voters vote at a rehearsal from this browser, and says how long that took: what server and network bear. */
export function MadeVoters({ year, meeting }: StepProps) {
  const params = { year, meeting: meeting.id }
  const queries = useQueryClient()
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/ballots', { params })
  const [sheets, setSheets] = useState<number>()
  const [refused, setRefused] = useState<Refused>()
  const [votes, setVotes] = useState<MadeVotes>()
  const run = async () => {
    if (of.data === undefined) return
    setRefused(undefined)
    setSheets(0)
    try {
      setVotes(await castMade(params, of.data, VOTERS, setSheets))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setSheets(undefined)
      await queries.invalidateQueries()
    }
  }
  return (
    <>
      <RefusedNotice error={refused} />
      <Button loading={sheets !== undefined} disabled={of.data === undefined} onClick={() => void run()}>
        模拟{VOTERS}人投票
      </Button>
      {sheets !== undefined && <ProgressLine label="已收到" done={sheets} total={VOTERS} />}
      {votes !== undefined && (
        <span role="status" className="good">
          {votes.sheets}张票全部收到，共用{seconds(votes.took)}秒，服务器最慢的一票用
          {seconds(votes.slowest)}秒
        </span>
      )}
    </>
  )
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
