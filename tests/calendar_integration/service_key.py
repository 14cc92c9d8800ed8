"""A service account's key file, made for one test."""

from __future__ import annotations

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


def service_account_file(folder: Path, google_url: str) -> Path:
    """As Google's console would give it, with the fake's address."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    path = folder / "service_account.json"
    path.write_text(
        json.dumps(
            {
                "type": "service_account",
                "project_id": "tests",
                "private_key_id": "1",
                "private_key": pem,
                "client_email": "parley@tests.example.com",
                "client_id": "1",
                "token_uri": f"{google_url}/token",
            }
        )
    )
    return path
