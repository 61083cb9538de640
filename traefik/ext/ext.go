// Package ext stands in for the upstream extension points, empty in the open edition.
package ext

type HTTP struct{}

type Router struct{}
