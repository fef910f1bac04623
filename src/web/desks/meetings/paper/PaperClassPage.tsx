import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import type { Paper } from './paperTypes.ts'
import './paper.css'

/** What a page about the paper of one voter class shows. */
export interface PaperClassProps {
  readonly year: number
  readonly meeting: string
  readonly voterClass: string
  readonly paper: Paper
}

interface Props {
  readonly title: string
  readonly show: ComponentType<PaperClassProps>
}

/** A page about the paper of one voter class, by its address. */
export function PaperClassPage({ title, show: Show }: Props) {
  const { year, meeting, voterClass } = useParams({ strict: false }) as Record<
    'year' | 'meeting' | 'voterClass',
    string
  >
  const params = { year: Number(year), meeting }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/paper', { params })
  return (
    <AnsweredPage title={title} of={of}>
      {paper => <Show {...params} voterClass={voterClass} paper={paper} />}
    </AnsweredPage>
  )
}
