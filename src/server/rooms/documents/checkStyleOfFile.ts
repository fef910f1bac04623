import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { styleInThread } from './fillInThread.ts'

/** Checks any .docx of the office by GB/T 9704; the file is not kept. Refuses as `readWord` does. */
export async function checkStyleOfFile({
  query,
  raw,
}: Served<'POST /api/documents/style'>): Promise<Answered<'POST /api/documents/style'> | Refusal> {
  const found = await styleInThread(shownName(query.name), uploadedBytes(raw))
  return isRefusal(found) ? found : { findings: [...found] }
}
