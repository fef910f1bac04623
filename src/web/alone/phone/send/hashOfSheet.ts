import { canonicalText } from '../../../../domain/kernel/ids.ts'
import { sha256 } from '../../../kit/sha256.ts'
import type { SheetBody } from '../draft/sheetBody.ts'

/** 核查表的内容哈希: SHA-256 of the canonical text of what was sent, as the server makes it of what it received: amounts are whole thousandths there. */
export function hashOfSheet(body: SheetBody): string {
  const findings = body.findings.map(finding =>
    finding.amount === undefined ? finding : { ...finding, amount: Math.round(finding.amount * 1000) },
  )
  return sha256(canonicalText({ ...body, findings }))
}
