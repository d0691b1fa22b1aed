"""Our own list of allauth's views: its includes add some forty names nobody would test."""

from django.urls import path

from allauth.account import views as account

from . import views

urlpatterns = [
    path("", views.start, name="start"),
    path("over/", views.over, name="over"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("letters/", views.letters, name="letters"),
    path("vandaag/", views.vandaag, name="vandaag"),
    path("uitnodiging/<str:code>/", views.uitnodiging, name="uitnodiging"),
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
]
