import { useId, useState } from 'react'
import { printDay } from '../../parts/printDay.ts'
import { useScheme } from './SchemeContext.ts'

/** 条款: a citation that opens to what the clause sets up, in the scheme's own words. */
export function ClauseChip({ of }: { readonly of: string | undefined }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (of === undefined || of === '') return null
  return (
    <>
      <button
        type="button"
        className="clause-chip"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`条款 ${of}`}
        onClick={() => setOpen(!open)}
      >
        {of}
      </button>
      {open && <ClauseWords id={id} citation={of} />}
    </>
  )
}

function ClauseWords({ id, citation }: { readonly id: string; readonly citation: string }) {
  const { document } = useScheme()
  const { notice, clauses } = document
  const clause = clauses.find(one => one.citation === citation)
  return (
    <span id={id} className="clause-words" role="note">
      <span>{clause?.restated ?? '方案没有登记这一条的内容，请对照文件原文。'}</span>
      <span className="soft">
        《{notice.title}》{notice.number}，{printDay(notice.issuedOn)}印发
      </span>
    </span>
  )
}
