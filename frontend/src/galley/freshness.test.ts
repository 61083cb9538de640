import { describe, expect, it } from 'vitest'
import { freshnessOf } from './freshness'

const said = (fields: Record<string, string>) => freshnessOf(new Headers(fields))

describe('freshnessOf', () => {
  it('should be of now when the source was asked', () => {
    expect(said({ 'Cache-Status': 'fairlead; fwd=stale; fwd-status=200; stored; ttl=299' })).toEqual({
      ageSeconds: 0,
      stale: false,
      standsIn: false,
    })
  })
  it('should be as old as Age says when it was kept', () => {
    expect(said({ Age: '34', 'Cache-Status': 'fairlead; hit; ttl=265; detail=memory' }).ageSeconds).toBe(34)
  })
  it('should be stale and stand in when the source failed', () => {
    const kept = said({
      Age: '700',
      'Cache-Status': 'fairlead; fwd=stale; fwd-status=503; ttl=-400; detail=stale-if-error',
    })
    expect(kept).toEqual({ ageSeconds: 700, stale: true, standsIn: true })
  })
  it('should listen to the nearest cache when several speak', () => {
    expect(said({ 'Cache-Status': 'origin; hit; ttl=-5, fairlead; hit; ttl=10' }).stale).toBe(false)
  })
  it('should take it for fresh when nothing is said', () => {
    expect(said({})).toEqual({ ageSeconds: 0, stale: false, standsIn: false })
  })
})
