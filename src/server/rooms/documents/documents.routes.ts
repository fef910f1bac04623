import type { FastifyInstance } from 'fastify'
import { documentsRoutes } from '../../../contract/documents/documentsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { checkStyleOfFile } from './checkStyleOfFile.ts'
import { correctDocument, correctOutdated } from './correctDocument.ts'
import { issueAll, packDocuments } from './documentJobs.ts'
import { countOpen, draftDocuments } from './draftDocuments.ts'
import { dropDraft, editDraft } from './editDraft.ts'
import { exportTable } from './exportTable.ts'
import { keepReceipt } from './keepReceipt.ts'
import { issueDocument } from './issueDocument.ts'
import { keepIssuer, viewIssuers } from './issuers.ts'
import { listDocuments } from './listDocuments.ts'
import { downloadTemplate, keepTemplate, trySample, useTemplate, viewTemplates } from './templates.ts'
import { downloadDocument, viewDocument } from './viewDocument.ts'

/** Registers the routes for official documents. */
export function serveDocuments(app: FastifyInstance): void {
  serveRoutes(app, documentsRoutes, {
    'GET /api/years/:year/documents': listDocuments,
    'GET /api/years/:year/documents/open': countOpen,
    'POST /api/years/:year/documents': draftDocuments,
    'GET /api/years/:year/documents/:document': viewDocument,
    'PUT /api/years/:year/documents/:document': editDraft,
    'DELETE /api/years/:year/documents/:document': dropDraft,
    'POST /api/years/:year/documents/:document/issue': issueDocument,
    'POST /api/years/:year/documents/:document/correct': correctDocument,
    'POST /api/years/:year/documents/correct': correctOutdated,
    'POST /api/years/:year/documents/issue': issueAll,
    'POST /api/years/:year/documents/pack': packDocuments,
    'GET /api/years/:year/documents/:document/file.docx': downloadDocument,
    'GET /api/years/:year/documents/:document/table.xlsx': exportTable,
    'POST /api/years/:year/documents/:document/receipt': keepReceipt,
    'POST /api/documents/style': checkStyleOfFile,
    'GET /api/documents/templates': viewTemplates,
    'POST /api/documents/templates/:kind': keepTemplate,
    'POST /api/documents/templates/:kind/sample.docx': trySample,
    'POST /api/documents/templates/:kind/use': useTemplate,
    'GET /api/documents/templates/:kind/template.docx': downloadTemplate,
    'GET /api/documents/issuers': viewIssuers,
    'PUT /api/documents/issuers/:issuer': keepIssuer,
  })
}
