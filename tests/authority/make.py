"""Makes the certificates that cases show, self-signed as Amazon EKS makes them: `python tests/authority/make.py`.

The keys are thrown away, so that every run gives other certificates; the cases hold those of one run. It needs the
package `cryptography`.
"""

from datetime import datetime, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID


def made(name: str, begins: int, *, authority: bool = True) -> str:
    """One certificate, valid for ten years from the first of January, as PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder(
        issuer_name=subject,
        subject_name=subject,
        public_key=key.public_key(),
        serial_number=begins,
        not_valid_before=datetime(begins, 1, 1, tzinfo=timezone.utc),
        not_valid_after=datetime(begins + 10, 1, 1, tzinfo=timezone.utc),
    )
    builder = builder.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    signed = builder.add_extension(identifier, critical=False).sign(key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM).decode()


def main() -> None:
    """Writes the files beside this one."""
    for file, pem in [
        ("first.pem", made("kubernetes", 2024)),
        ("second.pem", made("kubernetes", 2026)),
        ("server.pem", made("server", 2024, authority=False)),
    ]:
        Path(__file__).with_name(file).write_text(pem, "ascii")


if __name__ == "__main__":
    main()
