import { describe, expect, it } from 'vitest'
import type { Upstream } from './queries'
import { formOf, isoOf, patchOf, specOf } from './spec'

const TIDES = {
  name: 'tides',
  url: 'http://127.0.0.1:8109',
  connectTimeout: 'PT0.5S',
  timeout: 'PT5S',
  staleIfError: 'PT168H',
  maxBodyBytes: 1_048_576,
  methods: ['GET', 'HEAD'],
  paths: ['/'],
  role: null,
  trusted: false,
  version: 3,
} as unknown as Upstream

describe('isoOf', () => {
  it.each([
    ['10 s', 'PT10S'],
    ['5m', 'PT5M'],
    ['5 min', 'PT5M'],
    ['7 d', 'P7D'],
    ['1 d 2 h 30 min', 'P1DT2H30M'],
    ['0.5s', 'PT0.5S'],
    ['PT10S', 'PT10S'],
    ['soon', 'soon'],
    ['', ''],
  ])('should write "%s" as "%s"', (typed, iso) => {
    expect(isoOf(typed)).toBe(iso)
  })
})

describe('formOf', () => {
  it('should show durations as a person types them, unless that would round them', () => {
    const form = formOf(TIDES)
    expect(form['timeout']).toBe('5 s')
    expect(form['staleIfError']).toBe('7 d')
    expect(form['connectTimeout']).toBe('PT0.5S')
    expect(form['methods']).toBe('GET, HEAD')
    expect(form['burst']).toBe('')
  })
})

describe('specOf', () => {
  it('should leave out what is empty, but for the address, which the service asks for', () => {
    expect(specOf('tides', { ...formOf(null), burst: '2' })).toEqual({
      name: 'tides',
      url: '',
      burst: 2,
      trusted: false,
      obeysCallers: false,
      sharesCookies: false,
    })
  })
  it('should send what is no number as it was typed, so that the service says where it is wrong', () => {
    expect(specOf('tides', { ...formOf(null), burst: 'two' })['burst']).toBe('two')
  })
})

describe('patchOf', () => {
  it('should have only what was changed', () => {
    const form = formOf(TIDES)
    expect(patchOf(form, form)).toEqual({})
    expect(patchOf(form, { ...form, timeout: '1 min', trusted: true })).toEqual({ timeout: 'PT1M', trusted: true })
  })
  it('should give a default back when a field is emptied', () => {
    const form = formOf(TIDES)
    expect(patchOf(form, { ...form, methods: ' ' })).toEqual({ methods: null })
  })
})
