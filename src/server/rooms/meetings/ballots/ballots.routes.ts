import type { FastifyInstance } from 'fastify'
import { ballotRoutes } from '../../../../contract/meetings/ballotRoutes.ts'
import { serveRoutes } from '../../../platform/http/serveRoutes.ts'
import {
  countBallots,
  publishBallots,
  takeCountFile,
  takeSealedCountFile,
  viewCount,
} from './countBallots.ts'
import {
  confirmRisks,
  recordIssued,
  registerKey,
  registerSlips,
  tryKey,
  viewBallots,
} from './prepareBallots.ts'
import { castSheet, redeemSlip, viewKept, viewPublished, viewSlip } from './servedVote.ts'
import { unsealSheets } from './unsealSheets.ts'

/** Registers the routes of ballots (测评票). */
export function serveBallots(app: FastifyInstance): void {
  serveRoutes(app, ballotRoutes, {
    'POST /api/vote/slip': viewSlip,
    'POST /api/vote/redeem': redeemSlip,
    'POST /api/vote/cast': castSheet,
    'POST /api/vote/kept': viewKept,
    'GET /api/vote/meetings/:meeting/published': viewPublished,
    'GET /api/years/:year/meetings/:meeting/ballots': viewBallots,
    'POST /api/years/:year/meetings/:meeting/ballots/key': registerKey,
    'POST /api/years/:year/meetings/:meeting/ballots/key-tried': tryKey,
    'POST /api/years/:year/meetings/:meeting/ballots/slips': registerSlips,
    'POST /api/years/:year/meetings/:meeting/ballots/issued': recordIssued,
    'POST /api/years/:year/meetings/:meeting/ballots/risks': confirmRisks,
    'POST /api/years/:year/meetings/:meeting/ballots/unseal': unsealSheets,
    'POST /api/years/:year/meetings/:meeting/ballots/count': countBallots,
    'GET /api/years/:year/meetings/:meeting/ballots/count': viewCount,
    'POST /api/years/:year/meetings/:meeting/ballots/publish': publishBallots,
    'GET /api/years/:year/meetings/:meeting/ballots/count-file': takeCountFile,
    'GET /api/years/:year/meetings/:meeting/ballots/count-file-sealed': takeSealedCountFile,
  })
}
