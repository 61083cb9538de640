package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"time"
)

const (
	issuer = "http://localhost:8088/auth/realms/fairlead"
	keyID  = "benchmark"
)

// A signer stands where the realm does: it gives out access tokens and serves the key by which the service checks them, at
// the addresses that OpenID Connect Discovery says. Each request's token is checked as in production.
type signer struct {
	key *rsa.PrivateKey
	url string
}

func newSigner() (*signer, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &signer{key, "http://" + listener.Addr().String()}
	documents := http.NewServeMux()
	serve(documents, "/.well-known/openid-configuration", map[string]any{"issuer": issuer, "jwks_uri": s.url + "/certs"})
	serve(documents, "/certs", map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "use": "sig", "alg": "RS256", "kid": keyID,
		"n": segment(key.N.Bytes()), "e": segment(big.NewInt(int64(key.E)).Bytes())}}})
	go func() { _ = http.Serve(listener, documents) }()
	return s, nil
}

func serve(documents *http.ServeMux, path string, document any) {
	documents.HandleFunc(path, func(answer http.ResponseWriter, _ *http.Request) {
		answer.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(answer).Encode(document)
	})
}

// token speaks for these vessels only, or for all when there are none.
func (s *signer) token(name, role string, vessels []string) (string, error) {
	now := time.Now()
	claims := map[string]any{
		"iss": issuer, "aud": "fairlead", "sub": "benchmark-" + name, "upn": name, "preferred_username": name,
		"realm_access": map[string]any{"roles": []string{role}},
		"iat":          now.Unix(), "exp": now.Add(24 * time.Hour).Unix(),
	}
	if vessels != nil {
		claims["vessels"] = vessels
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signed := segment([]byte(`{"alg":"RS256","typ":"JWT","kid":"`+keyID+`"}`)) + "." + segment(payload)
	digest := sha256.Sum256([]byte(signed))
	signature, err := rsa.SignPKCS1v15(nil, s.key, crypto.SHA256, digest[:])
	return signed + "." + segment(signature), err
}

func segment(part []byte) string {
	return base64.RawURLEncoding.EncodeToString(part)
}
