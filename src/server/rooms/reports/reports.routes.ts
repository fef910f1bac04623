import type { FastifyInstance } from 'fastify'
import { reportsRoutes } from '../../../contract/reports/reportsRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { commentReport, withdrawReportComment } from './commentReport.ts'
import { findReportCopies } from './findReportCopies.ts'
import { handIn, takeIn, waiveLimit } from './handIn.ts'
import { keepSlides } from './keepSlides.ts'
import { listReports } from './listReports.ts'
import { viewReport } from './presentReport.ts'
import { confirmLateness, dropLateness, viewLateness } from './proposeLateness.ts'
import { readReportFile } from './readReportFile.ts'
import { listReportsAtMeeting, readReportAtMeeting } from './readAtMeeting.ts'
import { saveDraft } from './saveDraft.ts'
import { returnReport, signReport } from './vetReport.ts'
import { compareVersions, viewVersion } from './viewVersions.ts'
import { packReports, writeReportFile } from './writeReportFile.ts'

/** Registers the routes for debrief reports (述职报告). */
export function serveReports(app: FastifyInstance): void {
  serveRoutes(app, reportsRoutes, {
    'GET /api/years/:year/reports': listReports,
    'GET /api/vote/meetings/:meeting/reports': listReportsAtMeeting,
    'GET /api/vote/meetings/:meeting/reports/:unit': readReportAtMeeting,
    'POST /api/years/:year/reports/pack': packReports,
    'POST /api/years/:year/reports/reading': readReportFile,
    'GET /api/years/:year/reports/lateness': viewLateness,
    'POST /api/years/:year/reports/lateness/confirm': confirmLateness,
    'POST /api/years/:year/reports/lateness/drop': dropLateness,
    'GET /api/years/:year/units/:unit/report': viewReport,
    'PUT /api/years/:year/units/:unit/report': saveDraft,
    'PUT /api/years/:year/units/:unit/report/slides': keepSlides,
    'POST /api/years/:year/units/:unit/report/hand-in': handIn,
    'POST /api/years/:year/units/:unit/report/take-in': takeIn,
    'POST /api/years/:year/units/:unit/report/waiver': waiveLimit,
    'POST /api/years/:year/units/:unit/report/sign': signReport,
    'POST /api/years/:year/units/:unit/report/return': returnReport,
    'POST /api/years/:year/units/:unit/report/comments': commentReport,
    'POST /api/years/:year/units/:unit/report/comments/:comment/withdraw': withdrawReportComment,
    'GET /api/years/:year/units/:unit/report/versions/:nth': viewVersion,
    'GET /api/years/:year/units/:unit/report/differences': compareVersions,
    'GET /api/years/:year/units/:unit/report/copies': findReportCopies,
    'GET /api/years/:year/units/:unit/report/report.docx': writeReportFile,
  })
}
